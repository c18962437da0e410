import { cellSays, type CellReason } from '../shared/cell-reason'
import { longestAlt, longestLink } from '../shared/limits'
import type { Said } from '../shared/imported'
import { picturePlace, picturesPath } from '../shared/product-table/picture-columns'
import type { TableRow } from '../shared/table'
import { addressedPictureSchema, wantedPicturesSchema } from '../shared/wanted-pictures'
import { textOf } from './read-cell'

const ending = '\\.(?:jpe?g|png|gif|webp|avif|heic|heif|tiff?|bmp)'
/** Others list several in one cell, names of files among them. */
const betweenAddresses = /\s*[,;|\s]\s*(?=https?:\/\/)/i
const beforeName = new RegExp(`\\s*(?:[;|]\\s+|\\n\\s*)(?=[^;|\\n]*${ending}\\s*(?:[;|\\n]|$))`, 'i')
const betweenNames = /\s*[;|\n]\s*/
/** A browser takes blanks in an address as well. */
const withoutBlanks = (address: string): string => address.replace(/\s/g, '%20')
const isAddress = (text: string): boolean => /^https?:\/\//i.test(text)

/** What a cell names, as it stands there: the address of a picture, or the name of a file beside the table. */
export type Listed = { text: string; alt: string }

/** `value` of what a row says of pictures until its names are looked up. */
export type ListedPictures = { listed: Listed[]; replaces: boolean }

/** What the columns of a row name of pictures, in the order of their places. */
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
  const listed = named
    .filter(({ holds, text }) => holds === 'picture' && text !== '')
    .toSorted((one, other) => one.place - other.place)
    .flatMap(({ place, text }) => partsOf(text).map((part, at) => ({ text: part, alt: at === 0 ? altOf(place) : '' })))
  if (listed.length === 0) return []
  if (listed.every(({ text }) => isAddress(text))) return settledPictures(listed.map(addressed), replaces)
  return [said(listed.map(({ text }) => text).join(' '), { listed, replaces } satisfies ListedPictures, null)]
}

function partsOf(text: string): string[] {
  return text
    .split(betweenAddresses)
    .flatMap((part) => (isAddress(part) ? part.split(beforeName) : [part]))
    .flatMap((part) => (isAddress(part) ? [part] : part.split(betweenNames)))
    .filter((part) => part !== '')
}

/** What became of one that was named: a picture, or why it is none. */
export type Settled = { text: string; picture: unknown } | { text: string; why: CellReason }

export function addressed({ text, alt }: Listed): Settled {
  const picture = addressedPictureSchema.safeParse({ url: withoutBlanks(text), alt }).data
  if (picture) return { text: picture.url, picture }
  return { text, why: cellSays(text.length > longestLink ? 'address-too-long' : 'no-address') }
}

/** What a row says of pictures, with what cannot be one by itself. */
export function settledPictures(all: readonly Settled[], replaces: boolean): Said[] {
  const pictures = all.flatMap((one) => ('picture' in one ? [one] : []))
  const others = all.flatMap((one) => ('why' in one ? [one] : []))
  // What else the row meant to name stays.
  const value = { pictures: pictures.map(({ picture }) => picture), replaces: replaces && others.length === 0 }
  return [
    ...(pictures.length === 0 ? [] : [said(pictures.map(({ text }) => text).join(' '), value, null)]),
    ...others.map(({ text, why }) => said(text, null, why)),
  ]
}

/** What rows say, with more pictures of the same product behind those that they name. */
export function withPictures(said: readonly Said[], more: readonly Said[]): Said[] {
  const there = said.find(({ path, odd }) => path === picturesPath && odd === null)
  const next = more.find(({ path, odd }) => path === picturesPath && odd === null)
  const joined = there && next && joinedPictures(there.value, next.value)
  if (!joined) return [...said, ...more]
  const both = { ...there, text: `${there.text} ${next.text}`, value: joined }
  return [...said.map((one) => (one === there ? both : one)), ...more.filter((one) => one !== next)]
}

/** Null: names of files are looked up by themselves. */
function joinedPictures(one: unknown, other: unknown) {
  const [first, more] = [one, other].map((value) => wantedPicturesSchema.safeParse(value).data)
  return first && more
    ? { pictures: [...first.pictures, ...more.pictures], replaces: first.replaces && more.replaces }
    : null
}

/** By the names of files; null: by addresses alone, or by none. */
export function listedIn({ path, value }: Said): ListedPictures | null {
  return path === picturesPath && value !== null && 'listed' in Object(value) ? (value as ListedPictures) : null
}

export const isListedAddress = ({ text }: Listed): boolean => isAddress(text)

const said = (text: string, value: unknown, odd: CellReason | null): Said => ({ path: picturesPath, text, value, odd })
