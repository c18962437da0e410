import { describe, expect, it } from 'vitest'
import { withoutFileSentence } from '../../../../../renderer/features/picture-jobs/without-file'

describe('pictures of another program that are no files', () => {
  it('are named with what to do, alone and beside files', () => {
    expect(withoutFileSentence(0, 3)).toBeNull()
    expect(withoutFileSentence(1, 0)).toBe(
      '1 picture is no file on this computer, so it was not added. Drop it on the product, or save it and drop the file.',
    )
    expect(withoutFileSentence(2, 5)).toBe(
      '2 pictures are no files on this computer, so they were left out. Drop them on the product, or save them and drop the files.',
    )
  })
})
