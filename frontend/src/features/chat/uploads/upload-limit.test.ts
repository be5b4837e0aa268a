import { expect, it } from 'vitest'
import { ApiError } from '@/api/api-error'
import { limitIn } from './upload-limit'

const refused = (detail: string, code = 'payload_too_large') => new ApiError(code, 413, detail)

it.each([
  ['the app takes files of this type up to 10 MB', 10_000_000],
  ['files are taken up to 15728640 bytes', 15_000_000],
  ['files are taken up to 2048 bytes', 2048],
  ['the file is too large for the app', null],
])('reads the limit in “%s”', (detail, limit) => {
  expect(limitIn(refused(detail))).toBe(limit)
})

it('knows no limit of what failed otherwise', () => {
  expect(limitIn(refused('up to 10 MB', 'rate_limited'))).toBeNull()
  expect(limitIn(new Error('up to 10 MB'))).toBeNull()
})
