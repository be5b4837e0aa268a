import { expect, it } from 'vitest'
import { fileNameOf } from './file-name'

it.each([
  ["attachment; filename*=UTF-8''rechat%20audit%202026-11-22.csv", 'rechat audit 2026-11-22.csv'],
  ["attachment; filename*=UTF-8''%E4%BA%BA.csv; size=3", '人.csv'],
  ["attachment; filename*=UTF-8''%E4%BA", null],
  ['attachment', null],
  [null, null],
])('the name of %s is %s', (disposition, name) => {
  expect(fileNameOf(disposition)).toBe(name)
})
