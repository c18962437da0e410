import { describe, expect, it } from 'vitest'
import { filesLeftOut } from '../../../../../../renderer/features/product/description/files-left-out'

const jpeg = { name: 'mug.jpg', type: 'image/jpeg' }
const heic = { name: 'IMG_1.HEIC', type: '' }
const pdf = { name: 'manual.pdf', type: 'application/pdf' }

function carried(files: { name: string; type: string }[], texts: Record<string, string> = {}) {
  return { files, getData: (type: string) => texts[type] ?? '' }
}

describe('files that are pasted or dropped into a description', () => {
  it('get a sentence that says where a picture goes', () => {
    expect(filesLeftOut(carried([jpeg]), false, 'product')).toBe(
      'A description shows only pictures that have an address on the web, so the picture file was not put in. Add it in the Media tab to show it with the product; to show it inside the text, put it on the web and paste it here from that page.',
    )
    expect(filesLeftOut(carried([jpeg, heic]), false, 'product')).toContain(
      'the 2 picture files were not put in. Add them',
    )
  })

  it('get the one of a category where its text is', () => {
    expect(filesLeftOut(carried([jpeg]), false, 'category')).toContain(
      'Drop it on the picture of the category to show it',
    )
  })

  it('get another one where they are no pictures, and both where they are mixed', () => {
    expect(filesLeftOut(carried([pdf]), false, 'product')).toBe(
      'A description holds text and no files, so the file was not put in. Put it on the web and link to it from here.',
    )
    expect(filesLeftOut(carried([pdf, jpeg]), false, 'product')).toMatch(
      /^A description shows only .* A description holds text/,
    )
  })

  it.each([
    'mug.jpg',
    '/home/ann/Pictures/mug.jpg',
    'C:\\Pictures\\mug.jpg',
    'file:///home/ann/mug.jpg\r\n',
    'x-special/nautilus-clipboard\ncopy\nfile:///home/ann/mug.jpg\n',
  ])('are meant where the text beside them is their names: %j', (text) => {
    expect(filesLeftOut(carried([jpeg], { 'text/plain': text }), true, 'product')).toContain('Media tab')
  })

  it('are another form of a table, a text or a picture of the web that came with them', () => {
    expect(
      filesLeftOut(carried([jpeg], { 'text/html': '<table><td>1</table>', 'text/plain': '1' }), true, 'product'),
    ).toBeNull()
    expect(filesLeftOut(carried([jpeg], { 'text/plain': 'A mug' }), true, 'product')).toBeNull()
    expect(
      filesLeftOut(carried([jpeg], { 'text/html': '<img src="https://x.example/mug.jpg">' }), true, 'product'),
    ).toBeNull()
  })

  it('are named once where the HTML names them too', () => {
    expect(
      filesLeftOut(carried([jpeg], { 'text/html': '<img src="data:image/png;base64,AA">' }), false, 'product'),
    ).toBeNull()
    expect(filesLeftOut(carried([jpeg], { 'text/html': '<meta charset="utf-8">' }), false, 'product')).toContain(
      'Media tab',
    )
  })

  it('are nothing to speak of where there are none', () => {
    expect(filesLeftOut(carried([], { 'text/plain': 'mug.jpg' }), true, 'product')).toBeNull()
    expect(filesLeftOut(null, false, 'product')).toBeNull()
  })
})
