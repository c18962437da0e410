import { describe, expect, it } from 'vitest'
import { nextAltsOf } from '../../../../../electron/pictures/alts/next-alts'
import type { AltScope } from '../../../../../electron/shared/alt-text'

const mug = { name: 'Mug', sku: 'M-1', alts: ['', 'Its back', ' ', 'Mug 4'] }

function next(pattern: string, scope: AltScope, typed?: (index: number) => string | undefined) {
  const parsed = nextAltsOf(pattern, scope)
  return parsed.ok ? parsed.of(mug, typed) : parsed.problem
}

describe('what becomes of alt texts', () => {
  it('leaves those that are there, or writes all; what is so already is no change', () => {
    expect(next('{name} {position}', 'missing')).toEqual(['Mug 1', null, 'Mug 3', null])
    expect(next('{name} {position}', 'all')).toEqual(['Mug 1', 'Mug 2', 'Mug 3', null])
  })

  it('takes nothing away where the pattern comes out empty', () => {
    expect(next('', 'all')).toEqual([null, null, null, null])
    expect(next('{option}', 'all')).toEqual([null, null, null, null])
  })

  it('takes a pattern of an upload along: what the store does not know leaves no trace', () => {
    expect(next('{name}, {option} ({file})', 'missing')).toEqual(['Mug', null, 'Mug', null])
  })

  it('prefers what was typed, also nothing', () => {
    const typed = (index: number) => (index === 1 ? '' : index === 0 ? 'By hand' : undefined)
    expect(next('{sku}', 'missing', typed)).toEqual(['By hand', '', 'M-1', null])
  })

  it('says which part it does not know', () => {
    expect(next('{colour}', 'all')).toContain('{colour}')
  })
})
