/** A value of a tool or node as somebody reads it. Tools tell theirs as a text that is often JSON. */
export function readable(value: unknown): { text: string; isJson: boolean } {
  if (value === null || value === undefined || value === '') return { text: '', isJson: false }
  const parsed = typeof value === 'string' ? parse(value) : value
  if (typeof parsed !== 'object' || parsed === null) {
    return { text: String(typeof value === 'string' ? value : parsed), isJson: false }
  }
  if (Object.keys(parsed).length === 0) return { text: '', isJson: false }
  return { text: JSON.stringify(parsed, null, 2), isJson: true }
}

function parse(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text
  try {
    return JSON.parse(text)
  } catch {
    // It only looks like JSON, or is not complete yet.
    return text
  }
}
