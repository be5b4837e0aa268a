import { describe, expect, it } from 'vitest'
import api from '../../../../../docs/api.md?raw'
import en from '@/i18n/locales/house/connection.en'
import zhCn from '@/i18n/locales/house/connection.zh-CN'
import { shownSteps, STEPS } from './connection-steps'

/** The rows of the table "step | codes", and the codes in each. */
const table = [...api.matchAll(/^\| `(\w+)`[^|]*\| (.*`.*) \|$/gm)]
  .filter(([, step]) => (STEPS as readonly string[]).includes(step ?? ''))
  .filter(([row]) => !row.includes('"'))
const documented = table.flatMap(([, , codes]) =>
  [...(codes ?? '').replaceAll(/\([^)]*\)/g, '').matchAll(/`([a-z_]+)`/g)].map(([, code]) => code),
)
const codes = documented.filter(
  (code) => !['info', 'https', 'ok', 'app'].includes(code ?? '') && code !== undefined,
) as string[]

describe('the texts of a connection test', () => {
  it('tell meaning and remedy of every documented code, in both languages', () => {
    expect(new Set(codes).size).toBeGreaterThan(20)
    for (const texts of [en, zhCn]) {
      for (const code of [...codes, 'another_app', 'same_key']) {
        const text = (texts.code as Record<string, { meaning: string; remedy: string }>)[code]
        expect(text?.meaning, code).toBeTruthy()
        expect(text?.remedy, code).toBeTruthy()
      }
    }
  })

  it('name every step', () => {
    expect(table.map(([, step]) => step)).toEqual(expect.arrayContaining([...STEPS]))
    for (const texts of [en, zhCn]) expect(Object.keys(texts.step)).toEqual([...STEPS])
  })
})

describe('the steps of a connection test', () => {
  it('show where it ended and what was not reached', () => {
    const steps = shownSteps({
      steps: [
        { step: 'address', ok: true },
        { step: 'name', ok: false, code: 'name_unknown' },
      ],
    })

    expect(steps.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'address passed',
      'name failed',
      'connection skipped',
      'tls skipped',
      'key skipped',
      'info skipped',
      'parameters skipped',
    ])
  })

  it('leave out encryption where there is none, and keep what a newer server adds', () => {
    const names = shownSteps({
      steps: [
        { step: 'connection', ok: true },
        { step: 'key', ok: true, code: 'both_keys_work' },
        { step: 'quota', ok: false, code: 'spent' },
      ],
    }).map(({ name, state }) => `${name} ${state}`)

    expect(names).not.toContain('tls skipped')
    expect(names).toContain('key noted')
    expect(names.at(-1)).toBe('quota failed')
  })
})
