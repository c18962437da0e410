import { expect, it } from 'vitest'
import { listedPictures } from '../../../../electron/imports/listed-pictures'

const at = 'https://pictures.example.com'
const urls = (cell: string) =>
  listedPictures({ cells: [cell] }, [{ target: 'picture.1', at: 0 }], false).flatMap(
    ({ value }) => (value as { pictures: { url: string }[] } | null)?.pictures.map(({ url }) => url) ?? [],
  )

it.each([
  ['a comma', `${at}/a.jpg,${at}/b.jpg`],
  ['a semicolon and a blank', `${at}/a.jpg; ${at}/b.jpg`],
  ['a line each', `${at}/a.jpg\n${at}/b.jpg`],
  ['blanks', `${at}/a.jpg  ${at}/b.jpg`],
  ['an upright line', `${at}/a.jpg | ${at}/b.jpg`],
])('takes several addresses of one cell, told apart by %s', (_, cell) => {
  expect(urls(cell)).toEqual([`${at}/a.jpg`, `${at}/b.jpg`])
})

it('takes an address with blanks and commas in it as one', () => {
  expect(urls(`${at}/red mug, large.jpg`)).toEqual([`${at}/red%20mug,%20large.jpg`])
})
