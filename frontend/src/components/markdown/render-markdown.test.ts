import { describe, expect, it } from 'vitest'
import { renderMarkdown } from './render-markdown'

const html = (text: string) =>
  renderMarkdown(text)
    .map((block) => block.html)
    .join('')

describe('renderMarkdown', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '<a href="javascript:alert(1)">x</a>',
    '<svg><script>alert(1)</script></svg>',
    '<iframe src="https://evil.example"></iframe>',
    '<form action="https://evil.example"><input name="password"></form>',
    '<p style="position:fixed" id="app" class="fixed">x</p>',
    '```\n</code></pre><script>alert(1)</script>\n```',
  ])('lets nothing active through: %s', (source) => {
    const container = document.createElement('div')
    container.innerHTML = html(source)

    expect(container.querySelector('script, iframe, form, input, svg, [onerror]')).toBeNull()
    expect(container.querySelector('[style], [id], [class]')).toBeNull()
    expect(container.querySelector('[href^="javascript" i]')).toBeNull()
  })

  it('opens links in a new tab that does not know us', () => {
    expect(html('[docs](https://docs.dify.ai)')).toContain('rel="noopener noreferrer nofollow"')
  })

  it('turns a picture from elsewhere into a link', () => {
    const container = document.createElement('div')
    container.innerHTML = html('![chart](https://evil.example/x.png?q=secret)')

    expect(container.querySelector('img')).toBeNull()
    expect(container.querySelector('a')?.textContent).toBe('chart')
    expect(container.querySelector('a')?.rel).toContain('noreferrer')
  })

  it('keeps a picture of our own', () => {
    expect(html('![chart](/api/v1/files/1)')).toContain('<img')
  })

  it('renders tables, code and task lists', () => {
    const rendered = html('| a |\n| - |\n| b |\n\n```js\n1 < 2\n```\n\n- [x] done')

    expect(rendered).toContain('<td>b</td>')
    expect(rendered).toContain('1 &lt; 2')
    expect(rendered).toContain('☑ done')
  })

  it('reuses the blocks that appended text does not touch', () => {
    const before = renderMarkdown('# One\n\nTwo')

    const after = renderMarkdown('# One\n\nTwo and more', before)

    expect(after[0]).toBe(before[0])
    expect(after[1]?.html).toContain('Two and more')
  })
})
