import { expect, it } from 'vitest'
import { withoutThoughts } from './without-thoughts'

it.each([
  ['<think>\nhm\n</think>\n\nHello', 'Hello'],
  ['<thinking>a</thinking>One<think>b</think> two', 'One two'],
  ['Hello <think>not done', 'Hello'],
  [
    '<details style="color:gray" open> <summary> Thinking... </summary>\nhm\n</details>\nHello',
    'Hello',
  ],
  ['<details><summary>More</summary>x</details>', '<details><summary>More</summary>x</details>'],
  ['Say `<think>` and go on', 'Say `<think>` and go on'],
  ['```html\n<think>x</think>\n```\n<think>y</think>z', '```html\n<think>x</think>\n```\nz'],
  ['Nothing  to do\n', 'Nothing  to do\n'],
])('copies %j as %j', (markdown, copied) => {
  expect(withoutThoughts(markdown)).toBe(copied)
})
