import type { Schema } from './call'
import { postForm, type Sending } from './post-form'

/** Brings a file to an app; a question or a form can name it then. Throws `ApiError` or an `AbortError`. */
export function uploadFile(
  appId: string,
  file: File,
  sending: Sending,
): Promise<Schema<'TurnFile'>> {
  return postForm('/chat/files', { app_id: appId, file }, sending)
}
