import { describe, expect, it } from 'vitest'
import { rememberShared, takeShared, tokenIn } from './shared-token'

describe('the token of a shared conversation', () => {
  it('is taken from the fragment, and is nothing that could be part of a path', () => {
    expect(tokenIn('#token=aB-_9')).toBe('aB-_9')
    expect(tokenIn('#token=../admin')).toBeNull()
    expect(tokenIn('#token=')).toBeNull()
    expect(tokenIn('#other')).toBeNull()
  })

  it('waits for its reader to sign in, and is handed out once', () => {
    rememberShared('aB9')

    expect(takeShared()).toBe('aB9')
    expect(takeShared()).toBeNull()
  })
})
