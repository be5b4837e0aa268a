import { ApiError } from '@/api/api-error'

/**
 * Above which size a file was refused, in bytes; never more than is taken, as it is shown in round megabytes. The API has
 * no field for it, only its sentence for developers; where that says it otherwise, nothing is known.
 */
export function limitIn(error: unknown): number | null {
  if (!(error instanceof ApiError) || error.code !== 'payload_too_large') return null
  const [, amount, unit] = /up to (\d+) (MB|bytes)\b/.exec(error.detail ?? '') ?? []
  if (!amount) return null
  const megabytes = unit === 'MB' ? Number(amount) : Math.floor(Number(amount) / 1024 ** 2)
  return megabytes > 0 ? megabytes * 1_000_000 : Number(amount)
}
