import type { ExportFormat } from '@/api/portability'

export const EXPORT_FILES: Record<ExportFormat, { type: string; ending: string }> = {
  json: { type: 'application/json', ending: 'json' },
  markdown: { type: 'text/markdown', ending: 'md' },
}

/** A name that every file system takes, as near to the title as can be. */
export function fileName(title: string, ending: string): string {
  const plain = title
    .replaceAll(/[\p{C}\\/:*?"<>|]+/gu, ' ')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
  return `${[...plain].slice(0, 80).join('').trim() || 'conversation'}.${ending}`
}
