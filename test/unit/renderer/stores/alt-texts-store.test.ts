import { beforeEach, expect, it } from 'vitest'
import {
  closeAltTexts,
  noteAltSelection,
  noteTold,
  openAltTexts,
  typeAlt,
  untoldAlts,
  untypeAlt,
  useAltTextsStore,
} from '../../../../renderer/stores/alt-texts-store'

const picture = (productId: number) => ({ productId, picture: 'key' })
const untold = () => untoldAlts(useAltTextsStore.getState().edits)

beforeEach(() => {
  closeAltTexts()
  openAltTexts('a', {})
  noteAltSelection({ id: 1, products: 2, pictures: 2, missing: 2, typed: [{ ...picture(1), alt: 'Before' }] })
})

it('what was typed and taken back since main was told travels, and nothing else', () => {
  expect(untold()).toEqual([])
  typeAlt({ ...picture(2), alt: 'Second' })
  expect(untold()).toEqual([{ ...picture(2), alt: 'Second' }])
  noteTold(useAltTextsStore.getState().edits)
  expect(untold()).toEqual([])
  typeAlt({ ...picture(2), alt: 'Second, again' })
  untypeAlt(picture(1))
  expect(untold()).toEqual([
    { ...picture(2), alt: 'Second, again' },
    { ...picture(1), alt: null },
  ])
})
