import type { AppControl, AppUpload } from '@/api/apps'

export type FileKind = 'image' | 'document' | 'audio' | 'video' | 'custom'

/** Which files one place takes: the messages of an app, or a field of a form. */
export interface FileRules {
  readonly kinds: ReadonlySet<FileKind>
  /** Of the kind `custom`, without dots; none means any. */
  readonly extensions: ReadonlySet<string>
  readonly maxCount: number
}

/** Whatever an app allows, the API takes no more with one question. */
const MOST_FILES = 50

/** What Dify takes an extension for; it judges by nothing else. */
const EXTENSIONS: Record<Exclude<FileKind, 'custom'>, readonly string[]> = {
  image: ['jpg', 'jpeg', 'png', 'webp', 'gif', 'svg'],
  video: ['mp4', 'mov', 'mpeg', 'webm'],
  audio: ['mp3', 'm4a', 'wav', 'amr', 'mpga'],
  document:
    'txt markdown md mdx pdf html htm xlsx xls vtt properties doc docx csv eml msg pptx ppt xml epub'.split(
      ' ',
    ),
}
const PLAIN_KINDS = Object.keys(EXTENSIONS) as Exclude<FileKind, 'custom'>[]
const KINDS: readonly FileKind[] = [...PLAIN_KINDS, 'custom']

function rules(types: readonly string[], extensions: readonly string[], count: number): FileRules {
  return {
    kinds: new Set(types.length > 0 ? KINDS.filter((kind) => types.includes(kind)) : KINDS),
    extensions: new Set(extensions.map((it) => it.toLowerCase().replace(/^\./, ''))),
    maxCount: Math.min(count, MOST_FILES),
  }
}

/** Of the messages of an app; null where it takes none. */
export function rulesOfUpload(upload: AppUpload | undefined): FileRules | null {
  if (!upload?.enabled) return null
  return rules(
    upload.allowed_file_types,
    upload.allowed_file_extensions,
    upload.number_limits ?? MOST_FILES,
  )
}

/** Of a field of a form. */
export function rulesOfField(
  field: Pick<AppControl, 'type' | 'allowed_file_types' | 'allowed_file_extensions' | 'max_length'>,
): FileRules {
  const count = field.type === 'file' ? 1 : (field.max_length ?? MOST_FILES)
  return rules(field.allowed_file_types, field.allowed_file_extensions, count)
}

/** Lower case, without the dot; empty for none. */
function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/** As what a file of this name is taken; null when it is not. */
export function kindOf(name: string, { kinds, extensions }: FileRules): FileKind | null {
  const extension = extensionOf(name)
  const kind = PLAIN_KINDS.find((candidate) => EXTENSIONS[candidate].includes(extension))
  if (kind && kinds.has(kind)) return kind
  const custom = kinds.has('custom') && (extensions.size === 0 || extensions.has(extension))
  return custom ? 'custom' : null
}

/** For the browser's file dialog; undefined where any file may be taken. */
export function acceptOf({ kinds, extensions }: FileRules): string | undefined {
  if (kinds.has('custom') && extensions.size === 0) return undefined
  return extensionsOf({ kinds, extensions })
    .map((it) => `.${it}`)
    .join(',')
}

/** The extensions that are taken; empty where any is. */
export function extensionsOf({
  kinds,
  extensions,
}: Pick<FileRules, 'kinds' | 'extensions'>): string[] {
  if (kinds.has('custom') && extensions.size === 0) return []
  const plain = PLAIN_KINDS.filter((kind) => kinds.has(kind)).flatMap((kind) => EXTENSIONS[kind])
  return [...new Set([...plain, ...(kinds.has('custom') ? extensions : [])])]
}

/** The same, shorter: kinds by their names, and what goes beyond them by its extension. */
export function takenBy(rules: FileRules): string[] {
  const plain = PLAIN_KINDS.filter((kind) => rules.kinds.has(kind))
  const known = new Set(plain.flatMap((kind) => EXTENSIONS[kind]))
  const beyond = extensionsOf(rules).filter((extension) => !known.has(extension))
  return rules.kinds.has('custom') && rules.extensions.size === 0 ? [] : [...plain, ...beyond]
}

export interface Rejection {
  name: string
  reason: 'type' | 'count' | 'empty'
}

/** Sorts out what a place that holds `held` files already would refuse anyway, before a byte is sent. */
export function chooseFiles(
  files: readonly File[],
  held: number,
  rules: FileRules,
): { taken: { file: File; kind: FileKind }[]; rejected: Rejection[] } {
  const taken: { file: File; kind: FileKind }[] = []
  const rejected: Rejection[] = []
  for (const file of files) {
    const kind = kindOf(file.name, rules)
    if (!kind) rejected.push({ name: file.name, reason: 'type' })
    else if (file.size === 0) rejected.push({ name: file.name, reason: 'empty' })
    else if (held + taken.length >= rules.maxCount)
      rejected.push({ name: file.name, reason: 'count' })
    else taken.push({ file, kind })
  }
  return { taken, rejected }
}
