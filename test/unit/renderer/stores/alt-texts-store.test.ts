import { beforeEach, expect, it } from 'vitest'
import {
  closeAltTexts,
  noteAltSelection,
  openAltTexts,
  typeAlt,
  tellAlts,
  untypeAlt,
  useAltTextsStore,
} from '../../../../renderer/stores/alt-texts-store'

const picture = (productId: number) => ({ productId, picture: 'key' })
const tell = () => tellAlts(useAltTextsStore.getState().edits)
const second = { ...picture(2), alt: 'Second' }
const none = { ...picture(2), alt: null }

beforeEach(() => {
  closeAltTexts()
  openAltTexts('a', {})
  noteAltSelection({ id: 1, products: 2, pictures: 2, missing: 2, typed: [{ ...picture(1), alt: 'Before' }] })
})

it('what was typed and taken back since main was told travels, and nothing else', () => {
  expect(tell().typed).toEqual([])
  typeAlt(second)
  const told = tell()
  expect(told.typed).toEqual([second])
  told.heard()
  expect(tell().typed).toEqual([])
  typeAlt({ ...picture(2), alt: 'Second, again' })
  untypeAlt(picture(1))
  expect(tell().typed).toEqual([
    { ...picture(2), alt: 'Second, again' },
    { ...picture(1), alt: null },
  ])
})

it('what main may have been told is taken back like what it was told', () => {
  typeAlt(second)
  tell()
  untypeAlt(picture(2))
  const back = tell()
  expect(back.typed).toEqual([none])
  // It may be lost as well.
  expect(tell().typed).toEqual([none])
  back.heard()
  expect(tell().typed).toEqual([none])
  tell().heard()
  expect(tell().typed).toEqual([])
})

it('what main may have taken back is told again, and a late answer says nothing of what was told since', () => {
  typeAlt(second)
  const first = tell()
  first.heard()
  untypeAlt(picture(2))
  tell()
  typeAlt(second)
  const again = tell()
  expect(again.typed).toEqual([second])
  again.heard()
  typeAlt({ ...picture(2), alt: 'Third' })
  const third = tell()
  untypeAlt(picture(2))
  tell()
  third.heard()
  expect(tell().typed).toEqual([none])
  closeAltTexts()
  third.heard()
  expect(useAltTextsStore.getState().told).toEqual({})
})
