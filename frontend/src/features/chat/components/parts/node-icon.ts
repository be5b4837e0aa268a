import type { IconName } from '@/components/icons'

/** What a kind of step looks like; kinds of a newer Dify look like any step. */
const ICONS: Record<string, IconName> = {
  start: 'play',
  end: 'stop',
  answer: 'speaker',
  llm: 'lightbulb',
  agent: 'lightbulb',
  'agent-log': 'lightbulb',
  'knowledge-retrieval': 'source',
  'document-extractor': 'file',
  'http-request': 'globe',
  code: 'code',
  tool: 'tool',
  iteration: 'loop',
  loop: 'loop',
  'human-input': 'user',
  'question-classifier': 'tag',
}

export function nodeIcon(type: string): IconName {
  return ICONS[type] ?? 'flow'
}
