import js from '@eslint/js'
import prettier from 'eslint-config-prettier/flat'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import tseslint from 'typescript-eslint'

const oneFeatureOnly = (feature) => ({
  files: [`src/features/${feature}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^@/(app(/|$)|features/(?!${feature}/))`,
            message:
              'A feature imports only from api, components, i18n and itself; src/app joins features.',
          },
        ],
      },
    ],
  },
})

export default tseslint.config(
  { ignores: ['dist/', 'screenshots/', 'e2e/failures/', 'src/api/schema.ts'] },
  js.configs.recommended,
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  vue.configs['flat/recommended'],
  {
    files: ['src/**/*.{ts,vue}', 'test/**/*.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: tseslint.parser },
    },
  },
  { files: ['**/*.mjs', '*.{js,ts}', 'build/**/*.ts'], languageOptions: { globals: globals.node } },
  {
    rules: {
      'no-console': 'error',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-name-in-template-casing': ['error', 'PascalCase'],
      // Every v-html is a hole in the sanitising; the one that is meant says so where it stands.
      'vue/no-v-html': 'error',
      // Absent optional props are undefined here, as TypeScript says.
      'vue/require-default-prop': 'off',
      // Files are kebab-case; "icon" and "avatar" are no HTML elements.
      'vue/multi-word-component-names': 'off',
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Only api/http.ts and api/stream.ts talk to the network.' },
      ],
    },
  },
  {
    files: ['src/api/http.ts', 'src/api/stream.ts', 'test/**', 'e2e/**', 'conformance/**'],
    rules: { 'no-restricted-globals': 'off' },
  },
  { files: ['e2e/**/*.mjs', 'scripts/**/*.mjs'], rules: { 'no-console': 'off' } },
  // Parts of them run in the page.
  { files: ['e2e/**/*.mjs'], languageOptions: { globals: globals.browser } },
  ...['auth', 'account', 'chat', 'conversations', 'admin'].map(oneFeatureOnly),
  prettier,
)
