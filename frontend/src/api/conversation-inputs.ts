import { isRecord } from './api-error'
import { request } from './http'

/**
 * What was entered into the form of an app when a conversation began. Only the export tells it; so it is asked for
 * when somebody wants to see it. Throws `ApiError`.
 */
export async function getConversationInputs(
  id: string,
): Promise<Readonly<Record<string, unknown>>> {
  const told = await request<{ conversations: { inputs?: unknown }[] }>(
    'GET',
    `/conversations/${encodeURIComponent(id)}/export`,
    { query: { format: 'json' } },
  )
  const inputs = told.conversations[0]?.inputs
  return isRecord(inputs) ? inputs : {}
}
