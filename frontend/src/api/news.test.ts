import { describe, expect, it, vi } from 'vitest'
import { fakeNetwork, jsonAnswer, problemAnswer } from '../../test/sse'
import type { ConversationNews } from './tabs'

class FakeChannel extends EventTarget {
  static open: FakeChannel[] = []
  constructor(readonly name: string) {
    super()
    FakeChannel.open.push(this)
  }
  postMessage(data: unknown): void {
    for (const other of FakeChannel.open) {
      if (other === this || other.name !== this.name) continue
      other.dispatchEvent(new MessageEvent('message', { data }))
    }
  }
}

/** The modules of a tab of its own, and what it hears. */
async function openTab() {
  vi.stubGlobal('BroadcastChannel', FakeChannel)
  vi.resetModules()
  const tabs = await import('./tabs')
  const conversations = await import('./conversations')
  const heard: ConversationNews[] = []
  const stop = tabs.listenToNews((news) => heard.push(news))
  return { conversations, heard, stop }
}

describe('tabs of one browser', () => {
  it('hear what another has changed, once it is done, until they stop listening', async () => {
    fakeNetwork(() => jsonAnswer(200, {}))
    const one = await openTab()
    const other = await openTab()

    await one.conversations.changeConversation('c1', { title: 'T' })
    expect(other.heard).toEqual([{ kind: 'changed', conversationId: 'c1' }])
    expect(one.heard).toEqual([])

    other.stop()
    await one.conversations.deleteConversation('c1')
    expect(other.heard).toHaveLength(1)
  })

  it('hear nothing of what was refused', async () => {
    fakeNetwork(() => problemAnswer(404, 'not_found'))
    const one = await openTab()
    const other = await openTab()

    await expect(one.conversations.restoreConversation('c1')).rejects.toThrow()

    expect(other.heard).toEqual([])
  })
})
