import { expect, it } from 'vitest'
import { segmentsOf } from './form-segments'

it('puts each field where the text has its place, once, and the others at the end', () => {
  const content = 'Why?\n{{#$output.why#}}\nAnd {{#$output.gone#}} {{#$output.why#}} how?'

  expect(segmentsOf(content, ['why', 'level'])).toEqual([
    { text: 'Why?' },
    { field: 'why' },
    { text: 'And' },
    { text: 'how?' },
    { field: 'level' },
  ])
})
