import { cellSays, type CellReason } from '../shared/cell-reason'
import type { ActionOf } from '../shared/bulk-action'
import type { Said } from '../shared/imported'
import { picturesPath } from '../shared/product-table/picture-columns'
import { contentOf, wantedPicturesSchema, type WantedPicture } from '../shared/wanted-pictures'
import type { PictureThere } from './pictures-there'
import type { Planner, ProposedEdit } from './planner'

/** `thereOf`: asked where a row names any. What a table says of pictures: those that are not there come, and the others stay unless their going is asked for. */
export function planPictures(
  said: readonly Said[],
  variationId: number | null,
  thereOf: () => readonly PictureThere[],
): ProposedEdit[] {
  const edit = editOf(variationId)
  return said.flatMap(({ path, text, value, odd }): ProposedEdit[] => {
    if (path !== picturesPath) return []
    const there = thereOf()
    if (odd !== null) return [edit(null, { url: text }, odd)]
    const wanted = wantedPicturesSchema.parse(value)
    const { added, left } = variationId === null ? ofProduct(wanted, there) : ofVariation(wanted, there)
    const told = described(variationId === null ? wanted.pictures : wanted.pictures.slice(0, 1), there)
    // Of a variation, what comes takes the place of what is there.
    const instead = variationId === null || !there[0] ? null : { url: there[0].key }
    const edits = [
      ...added.map(({ reason, ...picture }) => edit(instead, picture, reason)),
      ...told.map(({ key, alt, was }) => edit({ url: key, alt: was }, { describes: key, alt })),
      ...left.map(({ key }) => edit({ url: key }, { removes: key })),
    ]
    return edits.length === 0 ? [edit(null, null)] : edits
  })
}

/** What takes them away keeps them as long as that can be undone. */
export const planRemovePictures: Planner<ActionOf<'remove-pictures'>> = (_product, { keepsFirst }, { pictures }) => {
  const edit = editOf(null)
  const gone = (pictures?.(null) ?? []).slice(keepsFirst ? 1 : 0)
  return gone.length === 0 ? [edit(null, null)] : gone.map(({ key }) => edit({ url: key }, { removes: key }))
}

const editOf =
  (variationId: number | null) =>
  (before: unknown, after: unknown, reason?: CellReason): ProposedEdit => ({
    variationId,
    field: 'picture',
    before,
    after,
    ...(reason !== undefined && { reason }),
  })

type Wanted = { pictures: WantedPicture[]; replaces: boolean }
type Planned = { added: (WantedPicture & { reason?: CellReason })[]; left: PictureThere[] }

/** An address that leads there, or what the file was or is sent as. */
const has = (picture: WantedPicture) => (one: PictureThere) =>
  'url' in picture
    ? one.addresses.includes(picture.url)
    : [picture.sourceHash, picture.hash].some((each) => one.contents.includes(each))

function ofProduct({ pictures, replaces }: Wanted, there: readonly PictureThere[]): Planned {
  const contents = pictures.map(contentOf)
  const once = pictures.filter((picture, at) => contents.indexOf(contentOf(picture)) === at)
  const added = once.filter((picture) => !there.some(has(picture)))
  const left = replaces ? there.filter((one) => !once.some((picture) => has(picture)(one))) : []
  return { added, left }
}

/** Texts of pictures that are there; none says nothing. */
function described(pictures: readonly WantedPicture[], there: readonly PictureThere[]) {
  const told = new Map<string, { key: string; alt: string; was: string }>()
  for (const picture of pictures) {
    const found = there.find(has(picture))
    if (!found || picture.alt === '' || told.has(found.key)) continue
    told.set(found.key, { key: found.key, alt: picture.alt, was: found.alt })
  }
  return [...told.values()].filter(({ alt, was }) => alt !== was)
}

/** It has one picture: another one takes its place. */
function ofVariation({ pictures: [first], replaces }: Wanted, there: readonly PictureThere[]): Planned {
  if (!first || there.some(has(first))) return { added: [], left: [] }
  const isKept = there.length > 0 && !replaces
  return { added: [{ ...first, ...(isKept && { reason: cellSays('variation-has-picture') }) }], left: [] }
}
