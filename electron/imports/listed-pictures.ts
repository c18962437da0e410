import { longestLink } from '../shared/limits'
import type { Said } from '../shared/imported'
import { picturePlace, picturesPath } from '../shared/product-table/picture-columns'
import type { TableRow } from '../shared/table'
import { wantedPictureSchema, type WantedPicture } from '../shared/wanted-pictures'
import { textOf } from './read-cell'

const longestAlt = 1000
/** Others list several in one cell. */
const betweenAddresses = /\s*[,;|\s]\s*(?=https?:\/\/)/i
/** A browser takes blanks in an address as well. */
const withoutBlanks = (address: string): string => address.replace(/\s/g, '%20')

/** What the columns of a row name of pictures, in the order of their places; an address that is none is said by itself. */
export function listedPictures(
  { cells }: Pick<TableRow, 'cells'>,
  columns: readonly { target: string; at: number }[],
  replaces: boolean,
): Said[] {
  const named = columns.flatMap(({ target, at }) => {
    const found = picturePlace(target)
    return found ? [{ ...found, text: textOf(cells[at] ?? null).trim() }] : []
  })
  const altOf = (place: number) =>
    named.find((one) => one.holds === 'alt' && one.place === place)?.text.slice(0, longestAlt) ?? ''
  const all = named
    .filter(({ holds, text }) => holds === 'address' && text !== '')
    .toSorted((one, other) => one.place - other.place)
    .flatMap(({ place, text }) =>
      text.split(betweenAddresses).map((url, at) => ({ url: withoutBlanks(url), alt: at === 0 ? altOf(place) : '' })),
    )
  if (all.length === 0) return []
  const [pictures, others] = [all.filter(isWanted), all.filter((one) => !isWanted(one))]
  // What else the row meant to name stays.
  const value = { pictures, replaces: replaces && others.length === 0 }
  return [
    ...(pictures.length === 0 ? [] : [said(pictures.map(({ url }) => url).join(' '), value, null)]),
    ...others.map(({ url }) => said(url, null, url.length > longestLink ? tooLong : noAddress)),
  ]
}

const isWanted = (one: WantedPicture): boolean => wantedPictureSchema.safeParse(one).success

const said = (text: string, value: unknown, odd: string | null): Said => ({ path: picturesPath, text, value, odd })

const noAddress = 'This is no address of a picture on the web. It begins with https://.'
const tooLong = `An address has at most ${longestLink} characters.`
