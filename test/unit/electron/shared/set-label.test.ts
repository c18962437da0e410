import { describe, expect, it } from 'vitest'
import {
  redoOf,
  setLabelSchema,
  shortName,
  undoOf,
  wantedLabelSchema,
  type SetLabel,
} from '../../../../electron/shared/set-label'
import { labelText, undoneText } from '../../../../electron/shared/words/set-label'

const edit: SetLabel = { code: 'edit-product', product: 'Mug' }

describe('a label', () => {
  it('is said in words', () => {
    const labels: SetLabel[] = [
      edit,
      { code: 'make-anew', product: '' },
      { code: 'add-pictures', product: 'Mug', pictures: 1 },
      { code: 'add-pictures', product: 'Mug', pictures: 1200 },
      { code: 'remove-picture', product: 'Mug' },
      { code: 'remove-picture', product: 'Mug', what: 'From the side' },
      { code: 'remove-file', product: 'Mug', what: 'care.pdf' },
      { code: 'add-file', product: 'Mug', what: 'care.pdf' },
      { code: 'add-files', product: 'Mug', files: 3 },
      { code: 'add-files', product: 'Mug' },
      { code: 'video-behind', product: 'Mug', what: 'vimeo.com/1' },
      { code: 'remove-pictures', product: 'Mug', pictures: 3 },
      { code: 'describe-pictures', product: 'Mug', pictures: 1200 },
      { code: 'remove-variation-picture', product: 'Mug', variation: 'Red, L' },
      { code: 'upload-files', file: 'shoot', more: 2 },
      { code: 'write-alts', texts: 1, products: 1 },
      { code: 'put-back', products: 1, product: 'Mug' },
      { code: 'put-back', products: 3, product: 'Mug' },
      { code: 'text', text: 'Whatever it was' },
      { code: 'undo', of: { code: 'write-alts', texts: 3, products: 2 }, only: 'Mug' },
    ]
    expect(labels.map(labelText)).toEqual([
      'Edit Mug',
      'Make the product anew',
      'Add a picture to Mug',
      'Add 1,200 pictures to Mug',
      'Delete a picture of Mug',
      'Delete the picture “From the side” of Mug',
      'Remove the file “care.pdf” of Mug',
      'Add the file “care.pdf” to Mug',
      'Add 3 files to Mug',
      'Add files to Mug',
      'Show the video “vimeo.com/1” of Mug after its pictures',
      'Delete 3 pictures of Mug',
      'Describe 1,200 pictures of Mug',
      'Remove the picture of Red, L, Mug',
      'Pictures from shoot and 2 more',
      'Write 1 alt text on 1 product',
      'Put back: Mug',
      'Put back: 3 products',
      'Whatever it was',
      'Undo: Write 3 alt texts on 2 products, Mug',
    ])
  })

  it('of going back and forth never grows', () => {
    const undone = undoOf(edit)
    const again = undoOf(undone)
    expect([undone, again, undoOf(again), redoOf(again), redoOf(edit)].map(labelText)).toEqual([
      'Undo: Edit Mug',
      'Redo: Edit Mug',
      'Undo: Edit Mug',
      'Redo: Edit Mug',
      'Redo: Edit Mug',
    ])
  })

  it('says what became of it once somebody goes back on it', () => {
    const undone = undoOf(edit)
    expect([edit, undone, redoOf(edit)].map(undoneText)).toEqual([
      'Undone: Edit Mug',
      'Redone: Edit Mug',
      'Undone: Edit Mug',
    ])
  })

  it('is kept of a name of any length, and of the window only for what a window does', () => {
    const long: SetLabel = { code: 'edit-product', product: shortName('n'.repeat(5000)) }
    expect(setLabelSchema.parse(JSON.parse(JSON.stringify(long)))).toEqual(long)
    expect(wantedLabelSchema.safeParse(long).success).toBe(true)
    expect(wantedLabelSchema.safeParse({ code: 'text', text: 'Anything' }).success).toBe(false)
  })
})
