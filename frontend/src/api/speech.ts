import { postForBlob } from './http'
import { postForm } from './post-form'

/** What was said in a recording. Dify takes WAV and MP3, but no WebM. Throws `ApiError` or an `AbortError`. */
export async function transcribe(
  appId: string,
  recording: File,
  signal: AbortSignal,
): Promise<string> {
  const { text } = await postForm<{ text: string }>(
    '/chat/speech-to-text',
    { app_id: appId, file: recording },
    { signal },
  )
  return text
}

/** An answer, read out. Throws `ApiError` or an `AbortError`. */
export function readAloud(messageId: string, signal: AbortSignal): Promise<Blob> {
  return postForBlob('/chat/text-to-speech', { message_id: messageId }, signal)
}
