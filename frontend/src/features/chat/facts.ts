import type { ChatMessage } from './types'

/** What is known of the cost of a message, as people read it; null where nothing was told. */
export interface Facts {
  tokens: { total: string; asked: string; answered: string } | null
  seconds: string | null
  firstSeconds: string | null
  price: string | null
}

export function factsOf(message: ChatMessage, locale: string): Facts {
  const usage = message.role === 'assistant' ? message.usage : null
  const whole = (count: number | null | undefined) =>
    new Intl.NumberFormat(locale).format(count ?? 0)
  const seconds = (ms: number | null | undefined) =>
    ms == null || ms < 50
      ? null
      : new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(ms / 1000)
  return {
    tokens: usage?.total_tokens
      ? {
          total: whole(usage.total_tokens),
          asked: whole(usage.prompt_tokens),
          answered: whole(usage.completion_tokens),
        }
      : null,
    seconds: seconds(usage?.latency_ms),
    firstSeconds: seconds(usage?.first_token_ms),
    price: priceText(usage?.total_price ?? null, usage?.currency ?? null, locale),
  }
}

/** Small prices are not rounded to nothing. */
function priceText(price: string | null, currency: string | null, locale: string): string | null {
  const amount = Number(price ?? 0)
  if (!Number.isFinite(amount) || amount <= 0) return null
  const digits = { maximumSignificantDigits: amount < 0.01 ? 2 : 4 }
  try {
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: currency ?? 'USD',
      ...digits,
    }).format(amount)
  } catch {
    // Not one of the currencies that have a code.
    return `${new Intl.NumberFormat(locale, digits).format(amount)} ${currency ?? ''}`.trim()
  }
}
