import type { Plugin } from 'vite'

/**
 * Puts the Content-Security-Policy into the built page, so that it holds on any static host, also one
 * that cannot send headers. Not in dev: Vite's hot reload needs inline styles.
 */
export function contentSecurityPolicy(apiOrigin: string): Plugin {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    // Diagrams are drawn in a page of ours in a hidden frame, which has a policy of its own.
    "frame-src 'self'",
    `connect-src 'self'${apiOrigin ? ` ${apiOrigin}` : ''}`,
    "base-uri 'self'",
    "form-action 'self'",
  ]
  // That page: what Mermaid draws is full of inline styles.
  const diagramPolicy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    'img-src data: blob:',
    "font-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
  ]
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: (_html, { path }) => [
      {
        tag: 'meta',
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          content: (path.endsWith('diagram.html') ? diagramPolicy : policy).join('; '),
        },
        injectTo: 'head-prepend',
      },
    ],
  }
}
