import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { readAloud } from '@/api/speech'

type Reading = 'idle' | 'loading' | 'playing' | 'paused'

/** The one answer that is read aloud; another one ends it. */
export const useReading = defineStore('reading', () => {
  const messageId = ref<string | null>(null)
  const state = ref<Reading>('idle')
  /** Why the answer last asked for is not read; `null` where the browser could not play it. */
  const failure = shallowRef<{ messageId: string; error: unknown } | null>(null)
  let audio: HTMLAudioElement | null = null
  let loading = new AbortController()

  async function start(id: string): Promise<void> {
    stop()
    const mine = new AbortController()
    loading = mine
    messageId.value = id
    state.value = 'loading'
    try {
      const address = URL.createObjectURL(await readAloud(id, mine.signal))
      if (mine.signal.aborted) {
        URL.revokeObjectURL(address)
        return
      }
      audio = playerOf(address, mine)
      await play(audio)
    } catch (error) {
      if (!mine.signal.aborted) fail(id, error)
    }
  }

  function playerOf(address: string, mine: AbortController): HTMLAudioElement {
    const player = new Audio(address)
    player.onended = () => {
      if (!mine.signal.aborted) stop()
    }
    // A key of the keyboard or of a headset may do it, too.
    player.onpause = () => {
      if (!mine.signal.aborted && !player.ended) state.value = 'paused'
    }
    player.onplay = () => {
      if (!mine.signal.aborted) state.value = 'playing'
    }
    mine.signal.addEventListener('abort', () => {
      player.pause()
      URL.revokeObjectURL(address)
    })
    return player
  }

  /** What is paused before it has begun was not refused. */
  async function play(player: HTMLAudioElement): Promise<void> {
    try {
      await player.play()
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
    }
  }

  function fail(id: string, error: unknown): void {
    stop()
    failure.value = { messageId: id, error: error instanceof DOMException ? null : error }
  }

  function pause(): void {
    audio?.pause()
  }

  async function resume(): Promise<void> {
    const id = messageId.value
    const { signal } = loading
    try {
      if (audio) await play(audio)
    } catch (error) {
      if (!signal.aborted && id !== null) fail(id, error)
    }
  }

  function stop(): void {
    loading.abort()
    audio = null
    messageId.value = null
    state.value = 'idle'
    failure.value = null
  }

  return { messageId, state, failure, start, pause, resume, stop }
})
