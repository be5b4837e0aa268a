import { isRecord } from './api-error'

/** The events of one chat turn as docs/api.md names them; payload names are those of the wire. */
export interface TurnEvent {
  type: 'turn'
  turn_id: string
  conversation_id: string
  user_message_id: string
  assistant_message_id: string
  app_id: string
  created_at: string
}
export interface DeltaEvent {
  type: 'delta'
  text: string
}
export interface ReplaceEvent {
  type: 'replace'
  text: string
  reason: string | null
}
export interface ThoughtEvent {
  type: 'thought'
  id: string
  position: number
  text: string
}
export interface ToolEvent {
  type: 'tool'
  id: string
  position: number
  name: string
  input: unknown
  output: unknown
  status: string | null
}
export type NodeStatus = 'running' | 'succeeded' | 'failed' | 'exception' | 'retrying' | 'stopped'
export interface NodeEvent {
  type: 'node'
  id: string
  node_id: string
  node_type: string
  title: string
  status: NodeStatus
  index: number
  parent_id: string | null
  elapsed_ms: number | null
  error: string | null
  /** Only where the app shows them. */
  inputs?: unknown
  outputs?: unknown
}
export interface FileEvent {
  type: 'file'
  id: string
  name: string
  media_type: string
  size: number | null
  /** Below the API's address; it needs the owner's token, see `getFile`. */
  url: string
}
export interface CitationEvent {
  type: 'citation'
  position: number
  document: string
  dataset: string | null
  score: number | null
  content: string
}
export interface FormEvent {
  type: 'form'
  form_id: string
  title: string | null
  /** Markdown with a place `{{#$output.name#}}` for each input. */
  content: string
  inputs: FormInput[]
  actions: FormAction[]
  /** Until when it can be filled in, where it says so. */
  expires_at: string | null
  state: 'open' | 'submitted' | 'expired'
  /** The turn that waits for it, where the form was kept with its answer. */
  turn_id?: string | null
}
export interface FormInput {
  name: string
  /** Of the kinds of Dify; those this version cannot show are kept, so that it can say so. */
  kind: string
  options: string[]
  value: string
  fileTypes: string[]
  fileExtensions: string[]
  /** Of a list of files. */
  maxFiles: number | null
}
export interface FormAction {
  id: string
  title: string
  /** Dify's: `primary`, `default`, `accent` or `ghost`. */
  style: string
}
export interface TitleEvent {
  type: 'title'
  title: string
}
export interface UsageEvent {
  type: 'usage'
  prompt_tokens: number | null
  completion_tokens: number | null
  total_tokens: number | null
  /** Decimal text. */
  total_price: string | null
  currency: string | null
  latency_ms: number | null
  first_token_ms: number | null
}
export interface NoticeEvent {
  type: 'notice'
  code: string
  message: string
}
export interface DoneEvent {
  type: 'done'
  status: 'completed' | 'stopped' | 'stop_unconfirmed' | 'paused'
}
export interface ErrorEvent {
  type: 'error'
  code: string
  message: string | null
  retryable: boolean
  request_id: string | null
}
/** The stream ended without `done` or `error`. The server goes on; so can the reader. */
export interface CutEvent {
  type: 'cut'
}
/** An event of a newer server. It is shown as such, never silently dropped. */
export interface UnknownEvent {
  type: 'unknown'
  name: string
}

export type ChatEvent =
  | TurnEvent
  | DeltaEvent
  | ReplaceEvent
  | ThoughtEvent
  | ToolEvent
  | NodeEvent
  | FileEvent
  | CitationEvent
  | FormEvent
  | TitleEvent
  | UsageEvent
  | NoticeEvent
  | DoneEvent
  | ErrorEvent
  | CutEvent
  | UnknownEvent

/** The data of an event breaks the contract. */
export class MalformedEvent extends Error {
  override readonly name = 'MalformedEvent'
}

/** Decodes one frame. Fields this version does not know are ignored. Throws `MalformedEvent`. */
export function decodeChatEvent(name: string, data: string): ChatEvent {
  return name in decoders ? decodeFields(name, parse(name, data)) : { type: 'unknown', name }
}

/** Decodes what a stored message tells in the words of an event. Throws `MalformedEvent`. */
export function decodeFields(name: string, values: Record<string, unknown>): ChatEvent {
  return decoders[name]?.(new Fields(name, values)) ?? { type: 'unknown', name }
}

function parse(name: string, data: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(data)
    if (isRecord(value)) return value
  } catch (error) {
    throw new MalformedEvent(`${name}: data is not JSON`, { cause: error })
  }
  throw new MalformedEvent(`${name}: data is not an object`)
}

/** Typed access to a decoded object. Text and number insist on the type, the "or null" ones on it if present. */
class Fields {
  constructor(
    private readonly event: string,
    private readonly values: Record<string, unknown>,
  ) {}

  any(field: string): unknown {
    return this.values[field]
  }

  text(field: string): string {
    return this.textOrNull(field) ?? this.refuse(field)
  }

  textOrNull(field: string): string | null {
    const value = this.values[field] ?? null
    return value === null || typeof value === 'string' ? value : this.refuse(field)
  }

  number(field: string): number {
    return this.numberOrNull(field) ?? this.refuse(field)
  }

  numberOrNull(field: string): number | null {
    const value = this.values[field] ?? null
    return value === null || typeof value === 'number' ? value : this.refuse(field)
  }

  objects(field: string): Record<string, unknown>[] {
    const value = this.values[field] ?? []
    return Array.isArray(value) && value.every(isRecord) ? value : this.refuse(field)
  }

  oneOf<T extends string>(field: string, allowed: readonly T[]): T {
    const value = this.text(field)
    return allowed.find((candidate) => candidate === value) ?? this.refuse(field)
  }

  private refuse(field: string): never {
    throw new MalformedEvent(`${this.event}: field ${field} is missing or of the wrong type`)
  }
}

const NODE_STATUSES = [
  'running',
  'succeeded',
  'failed',
  'exception',
  'retrying',
  'stopped',
] as const satisfies readonly NodeStatus[]
const DONE_STATUSES = ['completed', 'stopped', 'stop_unconfirmed', 'paused'] as const

const FORM_STATES = ['open', 'submitted', 'expired'] as const

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(textOf).filter(Boolean) : []

/** Inputs are told in Dify's words. What a variable gives is among the resolved defaults. */
function formInput(input: Record<string, unknown>, defaults: unknown): FormInput {
  const name = textOf(input.output_variable_name)
  const resolved = isRecord(defaults) ? defaults[name] : undefined
  const constant = isRecord(input.default) ? textOf(input.default.value) : ''
  const offered = isRecord(input.option_source) ? textsOf(input.option_source.value) : []
  const isSelect = input.type === 'select'
  const options = isSelect && offered.length === 0 ? textsOf(resolved) : offered
  const preset = textOf(resolved) || constant
  return {
    name,
    kind: textOf(input.type),
    options,
    value: isSelect && !options.includes(preset) ? (options[0] ?? '') : preset,
    fileTypes: textsOf(input.allowed_file_types),
    fileExtensions: textsOf(input.allowed_file_extensions),
    maxFiles: typeof input.number_limits === 'number' ? input.number_limits : null,
  }
}

function formAction(action: Record<string, unknown>): FormAction {
  return { id: textOf(action.id), title: textOf(action.title), style: textOf(action.button_style) }
}

const decoders: Partial<Record<string, (fields: Fields) => ChatEvent>> = {
  turn: (f) => ({
    type: 'turn',
    turn_id: f.text('turn_id'),
    conversation_id: f.text('conversation_id'),
    user_message_id: f.text('user_message_id'),
    assistant_message_id: f.text('assistant_message_id'),
    app_id: f.text('app_id'),
    created_at: f.text('created_at'),
  }),
  delta: (f) => ({ type: 'delta', text: f.text('text') }),
  replace: (f) => ({ type: 'replace', text: f.text('text'), reason: f.textOrNull('reason') }),
  thought: (f) => ({
    type: 'thought',
    id: f.text('id'),
    position: f.number('position'),
    text: f.text('text'),
  }),
  tool: (f) => ({
    type: 'tool',
    id: f.text('id'),
    position: f.number('position'),
    name: f.text('name'),
    input: f.any('input') ?? null,
    output: f.any('output') ?? null,
    status: f.textOrNull('status'),
  }),
  node: (f) => ({
    type: 'node',
    id: f.text('id'),
    node_id: f.text('node_id'),
    // What is stored says it apart: there, `type` is the name of the event.
    node_type: f.textOrNull('node_type') ?? f.text('type'),
    title: f.text('title'),
    status: f.oneOf('status', NODE_STATUSES),
    index: f.number('index'),
    parent_id: f.textOrNull('parent_id'),
    elapsed_ms: f.numberOrNull('elapsed_ms'),
    error: f.textOrNull('error'),
    ...(f.any('inputs') !== undefined && { inputs: f.any('inputs') }),
    ...(f.any('outputs') !== undefined && { outputs: f.any('outputs') }),
  }),
  file: (f) => ({
    type: 'file',
    id: f.text('id'),
    name: f.text('name'),
    media_type: f.textOrNull('media_type') ?? '',
    size: f.numberOrNull('size'),
    url: f.text('url'),
  }),
  citation: (f) => ({
    type: 'citation',
    position: f.number('position'),
    document: f.text('document'),
    dataset: f.textOrNull('dataset'),
    score: f.numberOrNull('score'),
    content: f.textOrNull('content') ?? '',
  }),
  form: (f) => ({
    type: 'form',
    form_id: f.text('form_id'),
    title: f.textOrNull('title'),
    content: f.textOrNull('content') ?? '',
    inputs: f.objects('inputs').map((input) => formInput(input, f.any('defaults'))),
    actions: f.objects('actions').map(formAction),
    expires_at: f.textOrNull('expires_at'),
    state: f.oneOf('state', FORM_STATES),
    turn_id: f.textOrNull('turn_id'),
  }),
  title: (f) => ({ type: 'title', title: f.text('title') }),
  usage: (f) => ({
    type: 'usage',
    prompt_tokens: f.numberOrNull('prompt_tokens'),
    completion_tokens: f.numberOrNull('completion_tokens'),
    total_tokens: f.numberOrNull('total_tokens'),
    total_price: f.textOrNull('total_price'),
    currency: f.textOrNull('currency'),
    latency_ms: f.numberOrNull('latency_ms'),
    first_token_ms: f.numberOrNull('first_token_ms'),
  }),
  notice: (f) => ({
    type: 'notice',
    code: f.text('code'),
    message: f.textOrNull('message') ?? '',
  }),
  done: (f) => ({ type: 'done', status: f.oneOf('status', DONE_STATUSES) }),
  error: (f) => ({
    type: 'error',
    code: f.text('code'),
    message: f.textOrNull('message'),
    retryable: f.any('retryable') === true,
    request_id: f.textOrNull('request_id'),
  }),
}
