import { describe, expect, it } from 'vitest'
import { plain, sentences } from './sentences'

describe('what is spoken of a growing answer', () => {
  it('is whole sentences, each once', () => {
    const speech = sentences('en')

    expect(speech.next('A lease is', false)).toBe('')
    expect(speech.next('A lease is a contract. It ru', false)).toBe('A lease is a contract.')
    expect(speech.next('A lease is a contract. It runs for years. And', false)).toBe(
      'It runs for years.',
    )
    expect(speech.next('A lease is a contract. It runs for years. And ends', true)).toBe('And ends')
    expect(speech.next('A lease is a contract. It runs for years. And ends', true)).toBe('')
  })

  it('knows where Chinese sentences end', () => {
    const speech = sentences('zh-CN')

    expect(speech.next('租约是一种合同。它通常', false)).toBe('租约是一种合同。')
    expect(speech.next('租约是一种合同。它通常为期数年。', false)).toBe('它通常为期数年。')
  })

  it('waits for the end of a block of code and does not read it out', () => {
    const speech = sentences('en')

    expect(speech.next('Look here.\n\n```js\nconst a = 1. Not told', false)).toBe('Look here.')
    expect(
      speech.next('Look here.\n\n```js\nconst a = 1. Not told\n```\n\nThat was it.\n', false),
    ).toBe('… That was it.')
  })

  it('ends after a while', () => {
    const speech = sentences('en')
    const text = 'One more sentence. '.repeat(500)

    expect(speech.next(text, true).length).toBe(2000)
    expect(speech.full).toBe(true)
    expect(speech.next(`${text} More.`, true)).toBe('')
  })
})

describe('plain words', () => {
  it.each([
    ['# A *fine* title', 'A fine title'],
    ['**Bold**, `code` and [a link](https://example.com).', 'Bold, code and a link.'],
    ['- one\n- two', 'one two'],
    ['| a | b |\n| --- | --- |\n| 1 | 2 |', 'a b 1 2'],
    ['<think>secret</think>Open', 'Open'],
    ['snake_case_name stays', 'snake_case_name stays'],
  ])('of %j are %j', (markdown, words) => {
    expect(plain(markdown)).toBe(words)
  })
})
