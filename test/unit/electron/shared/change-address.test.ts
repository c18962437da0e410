import { describe, expect, it } from 'vitest'
import {
  actOf,
  actSchema,
  exists,
  isSameAct,
  isSameKind,
  toAddPicture,
  toCreate,
  toDelete,
  toOrderPictures,
  toRemovePicture,
  toSet,
  toSetAlt,
  toSetCategoryPicture,
  toSetVariationPicture,
  verbs,
  type Act,
} from '../../../../electron/shared/change-address'

const all: Act[] = [
  toCreate,
  toDelete,
  toSet('price'),
  toAddPicture,
  toRemovePicture('https://p/a'),
  toOrderPictures,
  toSetAlt('https://p/a'),
  toSetVariationPicture(7),
  toSetCategoryPicture,
]

describe('what a change is about and does', () => {
  it.each(all)('$list $key $field $verb exists, and only so', (act) => {
    expect(actSchema.parse(act)).toEqual(act)
    expect(exists(act)).toBe(true)
    expect(exists({ ...act, key: act.key === null ? 'a' : null })).toBe(false)
    expect(exists({ ...act, field: act.field === null ? 'alt' : null })).toBe(false)
    const others = verbs.filter((verb) => exists({ ...act, verb }))
    expect(others.map((verb) => all.some((known) => isSameKind(known, { ...act, verb })))).not.toContain(false)
  })

  it('is told apart by every part of it, and its kind by all but the key', () => {
    const distinct = all.filter((act, at) => all.findIndex((other) => isSameAct(act, other)) === at)
    expect(distinct).toHaveLength(all.length)
    expect(isSameAct(toSetAlt('a'), toSetAlt('b'))).toBe(false)
    expect(isSameKind(toSetAlt('a'), toSetAlt('b'))).toBe(true)
    expect(isSameKind(toSet('name'), toSet('price'))).toBe(false)
  })

  it('is taken from a change without the rest of it', () => {
    const change = { ...toSet('price'), before: 1, after: 2 }
    expect(actOf(change)).toEqual(toSet('price'))
  })
})
