import { describe, expect, it } from 'vitest'
import { forgetLinkToken, linkToken, takeLinkToken } from './link-token'

describe('the token of a one-time link', () => {
  it('leaves the address and its history entry, and is known until it was used', () => {
    const before = window.history.length
    window.history.replaceState(null, '', '/reset#token=a%2Bb')

    takeLinkToken()

    expect(window.location.pathname + window.location.hash).toBe('/reset')
    expect(window.history.length).toBe(before)
    expect(linkToken.value).toBe('a+b')

    forgetLinkToken()
    expect(linkToken.value).toBeNull()
  })

  it('stays where a shared conversation is read', () => {
    window.history.replaceState(null, '', '/shared#token=s1')

    takeLinkToken()

    expect(window.location.hash).toBe('#token=s1')
    expect(linkToken.value).toBeNull()
  })

  it('is looked for nowhere else', () => {
    window.history.replaceState(null, '', '/c/1#message-2')

    takeLinkToken()

    expect(window.location.hash).toBe('#message-2')
    expect(linkToken.value).toBeNull()
  })
})
