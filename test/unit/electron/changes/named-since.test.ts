import { expect, it } from 'vitest'
import { mergedAgain, mergedBack } from '../../../../electron/changes/merged-back'
import { toSet } from '../../../../electron/shared/change-address'
import { productTypeFields } from '../../../../electron/shared/fields/product-type-fields'

// The attributes of a product type are told apart by their names too.

const { attributes } = productTypeFields
const shade = { name: 'Shade', type: 'CUSTOM', show: 'DESCR' }
const hidden = { ...shade, show: 'NOTSHOW' }
const tone = { ...hidden, name: 'Tone', formerly: ['Shade'] }
const weave = { name: 'Weave', type: 'CUSTOM', show: 'DESCR' }
const stored = { ...hidden, id: 4, name: 'Tone' }
const renamed = { before: [hidden], after: [tone] }

it('an attribute is shown as before again under the name that it has since', () => {
  const hiding = { before: [shade], after: [hidden] }
  const back = mergedBack(attributes, hiding, [stored, weave], toSet('attributes'), [renamed])
  expect(back).toMatchObject({ standing: 'clean', deed: { after: [{ ...stored, show: 'DESCR' }, weave] } })
})

it('an attribute that was renamed twice has its first name again, and whoever looks is told that it moved', () => {
  const hue = { ...stored, name: 'Hue' }
  const again = { before: [tone], after: [{ ...hue, formerly: ['Tone', 'Shade'] }] }
  const back = mergedBack(attributes, renamed, [hue], toSet('attributes'), [again])
  expect(back).toMatchObject({ standing: 'moved', deed: { after: [{ id: 4, name: 'Shade' }] } })
})

it('a rename that is done again keeps the attribute that others added meanwhile', () => {
  const again = mergedAgain(attributes, renamed, [{ ...hidden, id: 4 }, weave])
  expect(again.after).toMatchObject([{ id: 4, name: 'Tone' }, weave])
})

it('an attribute that was taken away since stays away', () => {
  const hiding = { before: [shade, weave], after: [hidden, weave] }
  const gone = { before: [hidden, weave], after: [weave] }
  expect(mergedBack(attributes, hiding, [weave], toSet('attributes'), [gone])).toMatchObject({
    standing: 'stuck',
    reason: 'entry-not-here',
  })
  expect(mergedAgain(attributes, hiding, [weave], [gone]).after).toEqual([weave])
})
