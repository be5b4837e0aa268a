import { describe, expect, it } from 'vitest'
import { formulaHtml, formulasReady, loadFormulas } from './formulas'
import { richHtml } from './rich-html'
import { sanitizeMathMl } from './sanitize'

function shown(source: string): HTMLElement {
  const container = document.createElement('div')
  container.innerHTML = richHtml(source)
  return container
}

describe('text from outside', () => {
  it.each([
    '<img src="/x.png" srcset="https://evil.example/x.png 2x">',
    '<picture><source srcset="https://evil.example/x.png"><img src="/x.png"></picture>',
    '<table background="https://evil.example/x.png"><tr><td background="//evil.example">x</td></tr></table>',
    '<img src="/\t/evil.example/x.png">',
    '<img src="/&#10;/evil.example/x.png">',
  ])('loads nothing from elsewhere, wherever it is copied to: %j', (source) => {
    const container = shown(source)

    expect(container.querySelector('[srcset], [background], picture, source')).toBeNull()
    for (const image of container.querySelectorAll('img')) {
      expect(new URL(image.src, location.href).origin).toBe(location.origin)
    }
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:alert(1))',
    '<a href="java&#10;script:alert(1)">x</a>',
    '<a href="javascript:alert(1)">x</a>',
    '<svg><script>alert(1)</script></svg>',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<svg><use href="data:image/svg+xml,<svg onload=alert(1)>"></use></svg>',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    '<math><annotation-xml encoding="text/html"><style><img src=1 onerror=alert(1)></style></annotation-xml></math>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<template><img src=x onerror=alert(1)></template>',
    '<iframe src="https://evil.example"></iframe>',
    '<object data="https://evil.example"></object><embed src="//evil.example">',
    '<base href="https://evil.example"><meta http-equiv=refresh content="0;url=//evil.example">',
    '<link rel=stylesheet href="https://evil.example/x.css">',
    '<form action="https://evil.example"><input name="password"></form>',
    '<p style="position:fixed" id="app" class="fixed" name="x" tabindex="1">x</p>',
    '<img name="getElementById" src="/x"><a id="location" href="/y">x</a>',
    '<button popovertarget=x onclick=alert(1)>x</button><dialog open>x</dialog>',
    '```\n</code></pre><script>alert(1)</script>\n```',
    '| a |\n| - |\n| </td></tr></table><script>alert(1)</script> |',
    '> [!NOTE]\n> <img src=x onerror=alert(1)>',
    '[^1]\n\n[^1]: <script>alert(1)</script>',
    '[^"onmouseover="alert(1)]',
    '<span data-formula="%5Chref%7Bjavascript%3Aalert(1)%7D%7Bx%7D"></span>',
    '<span data-note="%3Cscript%3Ealert(1)%3C%2Fscript%3E"></span>',
    '$\\href{javascript:alert(1)}{x}$ and $\\htmlStyle{position:fixed}{x}$',
    '$</code><script>alert(1)</script>$',
    '<details ontoggle=alert(1) open><summary><script>alert(1)</script></summary>x</details>',
  ])('has nothing active: %s', (source) => {
    const container = shown(source)

    expect(
      container.querySelector(
        'script, style, iframe, object, embed, base, meta, link, form, input, button, dialog, svg, template',
      ),
    ).toBeNull()
    const attributes = [...container.querySelectorAll('*')].flatMap((element) => [
      ...element.attributes,
    ])
    const names = attributes.map(({ name }) => name)
    expect(names.filter((name) => /^(on|style$|id$|class$|name$|tabindex$)/.test(name))).toEqual([])
    const addresses = attributes.filter(({ name }) => /href|src|action|data$/.test(name))
    expect(addresses.filter(({ value }) => /^\s*(java|vb)script:|^data:text/i.test(value))).toEqual(
      [],
    )
  })

  it.each([
    ['quotations', '>'.repeat(20_000)],
    ['lists', '- '.repeat(20_000)],
    ['brackets', '['.repeat(50_000)],
    ['emphasis', '*a '.repeat(20_000)],
    ['elements', '<b>'.repeat(500)],
    ['links', '[a]('.repeat(20_000)],
    ['code', '`a'.repeat(20_000)],
    ['dollars', '$a '.repeat(20_000)],
    ['pipes', `|${'a|'.repeat(500)}\n|${'-|'.repeat(500)}`],
    ['folds', '<details>'.repeat(500)],
  ])(
    'does not hold up the page with %s',
    (_kind, source) => {
      expect(shown(source).textContent.length).toBeGreaterThan(-1)
    },
    20_000,
  )

  it('opens links in a new tab that does not know us', () => {
    expect(shown('[docs](https://docs.dify.ai)').querySelector('a')).toMatchObject({
      rel: 'noopener noreferrer nofollow',
      target: '_blank',
    })
  })

  it.each(['https://evil.example/x.png?q=secret', '//evil.example/x.png', '/\\evil.example/x.png'])(
    'makes a link of a picture at %s',
    (address) => {
      const container = shown(`<img alt="chart" src="${address}">`)

      expect(container.querySelector('img')).toBeNull()
      expect(container.querySelector('a')?.textContent).toBe('chart')
    },
  )

  it('keeps a picture of our own', () => {
    expect(shown('![chart](/api/v1/files/1)').querySelector('img')).not.toBeNull()
  })
})

describe('formulas', () => {
  it('are their source until they can be drawn, then MathML that passes the sanitiser', async () => {
    expect(shown('$a_1$').querySelector('code')?.textContent).toBe('a_1')
    await loadFormulas()
    await expect.poll(formulasReady).toBe(true)

    const container = shown('$a_1$ and\n\n$$\n\\frac{1}{2}\n$$\n\nthen \\(x\\) and \\[y\\]')

    expect(container.querySelectorAll('math')).toHaveLength(4)
    expect(container.querySelector('math msub')).not.toBeNull()
    expect(container.querySelector('math[display=block] mfrac')).not.toBeNull()
    expect(container.querySelector('annotation')).toBeNull()
  })

  it('that are wrong show their source', () => {
    expect(formulaHtml('\\frac{', false)).toContain('\\frac{')
  })

  it.each([
    'It costs $5 and $10.',
    'Between $5-$10 a month',
    'You pay $5, or 10$ in cash',
    'US$5 and US$6',
    '价格为 $5 到 $10 不等',
    'Set $HOME and $PATH.',
    '`$a$` is code',
    'an escaped \\$a$ sign',
  ])('are not seen in: %s', (text) => {
    expect(shown(text).querySelector('math')).toBeNull()
  })

  it.each([
    '$x$',
    '$2$',
    '$2x + 1$',
    '设 $a_1$，则',
    '($\\alpha$)',
    '$E = mc^2$.',
    '$f(x)$, $g(x)$',
  ])('are seen in: %s', (text) => {
    expect(shown(text).querySelector('math')).not.toBeNull()
  })

  it('carry no HTML', () => {
    expect(
      sanitizeMathMl('<math><mtext><img src=x onerror=alert(1)></mtext></math>'),
    ).not.toContain('img')
  })
})
