import { describe, expect, it, vi } from 'vitest'
import { MarkdownReader } from './read-markdown'

// Thousands of readings: what is compared is how a text is cut and read, not what the sanitiser makes of it.
vi.mock('./sanitize', async (original) => ({
  ...(await original<object>()),
  sanitizeHtml: (html: string) => html,
}))

const read = (text: string, streaming: boolean) =>
  JSON.stringify(new MarkdownReader().read(text, streaming).flat())

const DOCUMENT = `# Title of all

Some *text* with **strong words**, \`code\`, ~~old~~ and a [link](https://dify.ai "Dify") and [ref] and [Other][ref].
Second line https://example.org end

Setext heading
===

Another one
---

- one
- two
  - nested *x*

    paragraph in it

  \`\`\`js
  const a = 1

  \`\`\`
- three

1. first

2. second
1

10

| a | b |
| - | :-: |
| 1 | **2** |
| 3 | \`4|\` |

> quote
> - in quote
>
> more
lazy

> [!WARNING]
> Take care

\`\`\`python
def f():

    return "<b>"
\`\`\`

<think>
I think *so*

- much
</think>

Text <think>again</think> after

<details open>
<summary>More <b>of</b> it</summary>

Inside

</details>

<div>raw *html*</div>

    indented

    code

***

Formula $a_1 + b$ and \\(x\\) for $5 and $10.

$$
\\frac{1}{2}
$$

Note[^1] and [^2].

[^1]: First note
[^2]: Second
    goes on

- [x] done
- [ ] open

[ref]: https://ref.example/ "The title"
[late]: <https://late.example>

End of [late] text<br>done
`

describe('a document that grows', () => {
  it.each([
    ['\n', false],
    ['\n', true],
    ['\r\n', false],
  ])(
    'is at each of its characters what it is when read at once (%j, streaming %s)',
    (newline, streaming) => {
      const text = DOCUMENT.replaceAll('\n', newline)
      const growing = new MarkdownReader()
      for (let end = 1; end <= text.length; end += 1) {
        const prefix = text.slice(0, end)
        const grown = growing.read(prefix, streaming).flat()
        if (JSON.stringify(grown) !== read(prefix, streaming)) {
          expect({ prefix, grown }).toEqual({ prefix, grown: JSON.parse(read(prefix, streaming)) })
        }
      }
      expect(JSON.stringify(growing.read(text).flat())).toBe(read(text, false))
    },
    60_000,
  )
})
