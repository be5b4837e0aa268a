import { vi } from 'vitest'

/** One request by XMLHttpRequest, answered by the test. */
export interface FakeUpload {
  path: string
  token: string | null
  form: FormData
  aborted: boolean
  progress(loaded: number, total: number): void
  answer(status: number, body: object, type?: string): void
  fail(): void
}

/** Puts itself in the place of XMLHttpRequest and records what was sent. */
export function fakeUploads(): FakeUpload[] {
  const sent: FakeUpload[] = []

  class FakeXhr {
    status = 0
    responseText = ''
    withCredentials = false
    readonly upload: { onprogress?: (event: object) => void } = {}
    onload?: () => void
    onerror?: () => void
    onabort?: () => void
    onloadend?: () => void
    private path = ''
    private type = ''
    private over = false
    private readonly headers = new Map<string, string>()

    open(_method: string, path: string): void {
      this.path = path
    }

    setRequestHeader(name: string, value: string): void {
      this.headers.set(name.toLowerCase(), value)
    }

    getResponseHeader(name: string): string | null {
      return name === 'content-type' ? this.type : null
    }

    abort(): void {
      this.end(() => this.onabort?.())
      const mine = sent.find((upload) => upload.form === this.sentForm)
      if (mine) mine.aborted = true
    }

    private sentForm: FormData | null = null

    send(form: FormData): void {
      this.sentForm = form
      sent.push({
        path: this.path,
        token: this.headers.get('authorization') ?? null,
        form,
        aborted: false,
        progress: (loaded, total) => {
          this.upload.onprogress?.({ lengthComputable: true, loaded, total })
        },
        answer: (status, body, type = 'application/json') => {
          this.status = status
          this.responseText = JSON.stringify(body)
          this.type = type
          this.end(() => this.onload?.())
        },
        fail: () => {
          this.end(() => this.onerror?.())
        },
      })
    }

    private end(tell: () => void): void {
      if (this.over) return
      this.over = true
      tell()
      this.onloadend?.()
    }
  }

  vi.stubGlobal('XMLHttpRequest', FakeXhr)
  return sent
}
