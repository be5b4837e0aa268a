import type { ConnectionStep, ConnectionTest } from '@/api/admin-apps'

export const STEPS = ['address', 'name', 'connection', 'tls', 'key', 'info', 'parameters'] as const

export type StepState = 'passed' | 'failed' | 'noted' | 'skipped'

export interface ShownStep {
  name: string
  state: StepState
  found: ConnectionStep | null
}

/** All steps in their order with how each went; those that do not apply (TLS without https) are left out. */
export function shownSteps({ steps }: Pick<ConnectionTest, 'steps'>): ShownStep[] {
  const last = Math.max(...steps.map(({ step }) => (STEPS as readonly string[]).indexOf(step)))
  const known = STEPS.flatMap((name, place): ShownStep[] => {
    const found = steps.find(({ step }) => step === name) ?? null
    if (found) return [{ name, state: stateOf(found), found }]
    return place < last ? [] : [{ name, state: 'skipped', found: null }]
  })
  // A step that a newer server has besides.
  const others = steps.filter(({ step }) => !(STEPS as readonly string[]).includes(step))
  return [...known, ...others.map((found) => ({ name: found.step, state: stateOf(found), found }))]
}

function stateOf({ ok, code }: ConnectionStep): StepState {
  if (!ok) return 'failed'
  return code ? 'noted' : 'passed'
}
