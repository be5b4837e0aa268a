import { describe, expect, it } from 'vitest'
import en from '@/i18n/locales/people.en'
import { ACTIONS, TARGET_TYPES } from './actions'
import auditActions from '../../../../../shared/accounts/src/main/java/dev/rechat/accounts/audit/AuditAction.java?raw'
import auditBreaks from '../../../../../shared/accounts/src/main/java/dev/rechat/accounts/audit/AuditBreak.java?raw'

/** The constants of a Java enum, as they stand on the wire. */
const constants = (source: string) =>
  [...source.matchAll(/^\s+([A-Z_]+)[,;]$/gm)].map(([, name]) => name?.toLowerCase() ?? '')

describe('the audit log', () => {
  it('has words for every action of the server, and offers each as a filter once', () => {
    const actions = constants(auditActions)

    expect(actions.length).toBeGreaterThan(40)
    expect(Object.keys(en.audit.action).sort()).toEqual([...actions].sort())
    expect(Object.values(ACTIONS).flat().sort()).toEqual([...actions].sort())
  })

  it('explains every kind of break', () => {
    const kinds = constants(auditBreaks)

    expect(kinds).toContain('cut_off')
    expect(Object.keys(en.audit.break).sort()).toEqual([...kinds].sort())
  })

  it('has a name for every kind of target that can be looked for', () => {
    expect(Object.keys(en.audit.target)).toEqual(expect.arrayContaining([...TARGET_TYPES]))
    expect(Object.keys(en.audit.group)).toEqual(Object.keys(ACTIONS))
  })
})
