import { expect, it } from 'vitest'
import { appsFor, appsOnlyFor } from './group-apps'

const app = (visible_to: 'all' | 'groups', ...group_ids: string[]) => ({ visible_to, group_ids })

it('are those that are for groups and name this one', () => {
  const named = app('groups', 'law', 'tax')
  const apps = [app('all', 'law'), named, app('groups', 'tax'), app('groups')]

  expect(appsFor(apps, 'law')).toEqual([named])
})

it('are for nobody without it where they name no other', () => {
  const alone = app('groups', 'law')

  expect(appsOnlyFor([alone, app('groups', 'law', 'tax'), app('all', 'law')], 'law')).toEqual([
    alone,
  ])
})
