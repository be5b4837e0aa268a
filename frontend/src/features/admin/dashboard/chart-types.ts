/** Each tone is a token of the theme, and a class of the sheet that reads it. */
export type Tone = 'first' | 'second' | 'bad' | 'quiet'

export const TONE_CLASS: Record<Tone, string> = {
  first: 'text-accent',
  second: 'text-chart',
  bad: 'text-danger',
  quiet: 'text-control',
}

export interface Series {
  label: string
  tone: Tone
  /** One for each day; null where nothing was measured. */
  values: readonly (number | null)[]
}
