import { describe, expect, it } from 'vitest'
import type { Block } from './blocks'
import { MarkdownReader } from './read-markdown'

const read = (text: string, streaming = false) => new MarkdownReader().read(text, streaming).flat()

describe('a document that grows', () => {
  it('keeps the blocks that can change no more', () => {
    const reader = new MarkdownReader()
    const before = reader.read('# One\n\nTwo\n\nThree\n').flat()

    const after = reader.read('# One\n\nTwo\n\nThree\nand more').flat()

    expect(after[0]).toBe(before[0])
    expect(after[1]).toBe(before[1])
    expect(after[2]).toMatchObject({ html: expect.stringContaining('and more') as string })
  })

  it('keeps the items of a list and the rows of a table to which others are added', () => {
    const reader = new MarkdownReader()
    const list = (text: string) => {
      const block = reader.read(text).flat()[0]
      return block?.type === 'list' ? block.items : []
    }
    const before = list('- one\n- two\n- th')
    const after = list('- one\n- two\n- three')

    expect(after.slice(0, 2)).toEqual(before.slice(0, 2))
    expect(after[0]).toBe(before[0])
    expect(after[2]).not.toBe(before[2])
  })

  it('follows another text from its beginning', () => {
    const reader = new MarkdownReader()
    reader.read('# One\n\nTwo\n\nThree\n\n')

    expect(reader.read('Four').flat()).toEqual(read('Four'))
  })

  it('links what was written before the definition', () => {
    const reader = new MarkdownReader()
    const text = 'See [the docs].\n\nMore\n\nand more\n\n'
    reader.read(text)

    const [first] = reader.read(`${text}[the docs]: https://dify.ai\n`).flat()

    expect(first).toMatchObject({
      html: expect.stringContaining('href="https://dify.ai"') as string,
    })
  })
})

const shown = (text: string, streaming = true) => {
  const element = document.createElement('div')
  const html = (block: Block): string => {
    if (block.type === 'html') return block.html
    if (block.type === 'list') return block.items.flatMap((item) => item.blocks.map(html)).join('|')
    if (block.type === 'table') return `table ${block.head} ${block.bodies.join('')}`
    if (block.type === 'quote')
      return `${block.alert ?? 'quote'} ${block.blocks.map(html).join(' ')}`
    return `${block.type} ${'code' in block ? block.code : 'text' in block ? block.text : ''}`
  }
  element.innerHTML = read(text, streaming).map(html).join(' / ')
  return { text: element.textContent.replace(/\s+/g, ' ').trim(), element }
}

describe('a text that is still being written', () => {
  it.each([
    ['Some **bold wor', 'Some bold wor'],
    ['Some **bold**', 'Some bold'],
    ['Some **bold words*', 'Some bold words'],
    ['Some **', 'Some'],
    ['Some *it', 'Some it'],
    ['Some `cod', 'Some cod'],
    ['Some `', 'Some'],
    ['See [the do', 'See the do'],
    ['See [the docs](https://dify.ai/x', 'See the docs'],
    ['See [the docs](https://dify.ai "Ti', 'See the docs'],
    ['See ![a picture](/fil', 'See'],
    ['Line <a hre', 'Line'],
    ['Intro:\n-', 'Intro:'],
    ['Intro:\n- item', 'Intro: / item'],
    ['Intro:\n--', 'Intro:'],
    ['Intro\n#', 'Intro'],
    ['List\n1.', 'List'],
    ['| a | b |', 'table ab'],
    ['| a | b |\n| -', 'table ab'],
    ['| a | b |\n| - | - |\n| 1', 'table ab 1'],
    ['```py\nprint(1)', 'code print(1)'],
    ['```py\nprint(1)\n``', 'code print(1)'],
    ['2 * 3 = 6', '2 * 3 = 6'],
    ['snake_case_name and _emph', 'snake_case_name and emph'],
    ['a ~~gone', 'a gone'],
    ['**Title:** and *more', 'Title: and more'],
    ['<think>I wonder</th', 'fold I wonder'],
  ])('shows %j calmly', (source, expected) => {
    expect(shown(source).text).toBe(expected)
  })

  it('closes emphasis while it is open', () => {
    expect(shown('Some **bold wor').element.querySelector('strong')?.textContent).toBe('bold wor')
    expect(shown('a `code **x').element.querySelector('code')?.textContent).toBe('code **x')
    expect(shown('***both').element.querySelector('em strong, strong em')?.textContent).toBe('both')
  })

  it('is taken at its word once it is complete', () => {
    expect(shown('Some **bold', false).text).toBe('Some **bold')
    expect(shown('Some **bold').text).toBe('Some bold')
  })
})
