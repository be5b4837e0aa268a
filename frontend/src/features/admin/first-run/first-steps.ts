export const ITEMS = ['app', 'ask', 'registration', 'people', 'budgets', 'totp', 'banner'] as const
export type Item = (typeof ITEMS)[number]

/** What is known of a house and of who looks after it. */
export interface Known {
  apps: readonly { slug: string }[]
  turns: number
  /** The settings that somebody has changed. */
  changed: readonly string[]
  otherPeople: boolean
  budgets: number
  totp: boolean
}

/** Apps of the built-in simulator show how things are; they are nobody's own. */
export const isDemo = ({ slug }: { slug: string }) => slug.startsWith('demo-')

export function doneItems(known: Known): Set<Item> {
  const done: Record<Item, boolean> = {
    app: known.apps.some((app) => !isDemo(app)),
    ask: known.turns > 0,
    registration: known.changed.includes('registration'),
    people: known.otherPeople,
    budgets: known.budgets > 0,
    totp: known.totp,
    banner: known.changed.includes('banner'),
  }
  return new Set(ITEMS.filter((item) => done[item]))
}
