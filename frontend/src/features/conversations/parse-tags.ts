export const MAX_TAGS = 20
export const MAX_TAG_LENGTH = 50

/** The tags in what was typed, in its order, each once; commas of both scripts separate. */
export function parseTags(typed: string): string[] {
  const tags = typed.split(/[,，、;；\n]/).map((tag) => tag.trim().replaceAll(/\s+/g, ' '))
  return [...new Set(tags)].filter(Boolean)
}

export function tagProblem(tags: readonly string[]): 'tooManyTags' | 'tooLongTag' | null {
  if (tags.length > MAX_TAGS) return 'tooManyTags'
  return tags.some((tag) => tag.length > MAX_TAG_LENGTH) ? 'tooLongTag' : null
}
