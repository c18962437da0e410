import { expect, it } from 'vitest'
import type { DiffLine } from '../../../../../renderer/features/changes/diff-lines'
import { withPicturesTogether } from '../../../../../renderer/features/changes/pictures-together'

const added = (n: number): DiffLine => ({
  ...{ kind: 'pictures', label: 'Picture added', before: [], after: [`${n}.png`] },
  alt: `view ${n}`,
})
const price: DiffLine = { kind: 'value', label: 'Price', before: '1.00', after: '2.00' }
const gone: DiffLine = { kind: 'pictures', label: 'Picture removed', before: ['0.png'], after: [], alt: 'old' }

it('pictures of one product that came are one line with their number, at the place of the first', () => {
  const after = ['1.png', '2.png', '3.png', '4.png']
  expect(withPicturesTogether([price, added(1), added(2), gone, added(3), added(4)])).toEqual([
    price,
    { kind: 'pictures', label: '4 pictures added', before: [], after, alt: '' },
    gone,
  ])
})

it('few are still called by their names, and one is left as it is', () => {
  expect(withPicturesTogether([added(1), added(2)])).toMatchObject([
    { label: '2 pictures added', alt: 'view 1, view 2' },
  ])
  expect(withPicturesTogether([added(1), gone])).toEqual([added(1), gone])
})
