import type { Target } from './column-names'
import { titles } from './titles'

/** `picture.1`: addresses of pictures, the main one first; `pictureAlt.1`: the alt text of the one beside it. */
const placePattern = /^(picture|pictureAlt)\.(\d{1,3})$/
export function picturePlace(target: string): { holds: 'address' | 'alt'; place: number } | null {
  const [, what, place] = placePattern.exec(target) ?? []
  return place === undefined ? null : { holds: what === 'picture' ? 'address' : 'alt', place: Number(place) }
}

/** Where all that the columns of a row name of pictures is said. */
export const picturesPath = 'pictures'

/** What Ecwid’s files and ours call them: in Ecwid’s, the main picture is called otherwise than those of the gallery. */
export function pictureTarget(column: string): string | null {
  const name = column.trim()
  const [, main] = /^product_media_main_image_(url|alt)$/i.exec(name) ?? []
  if (main) return main.toLowerCase() === 'url' ? 'picture.1' : 'pictureAlt.1'
  const [, what, place] = /^product_media_gallery_image_(url|alt)_(\d{1,2})$/i.exec(name) ?? []
  if (what) return `${what.toLowerCase() === 'url' ? 'picture' : 'pictureAlt'}.${Number(place) + 1}`
  const [, own] = /^picture (\d{1,3})$/i.exec(name) ?? []
  return own ? `picture.${Number(own)}` : null
}

const alwaysOffered = ['picture.1', 'picture.2', 'picture.3']

/** What columns may hold of pictures: the first places, and those that these columns are called by. */
export function pictureTargets(columns: readonly string[]): Target[] {
  const paths = new Set([...alwaysOffered, ...columns.flatMap((column) => pictureTarget(column) ?? [])])
  return [...paths].flatMap((path): Target[] => {
    const found = picturePlace(path)
    if (!found) return []
    const title = titles.picture(found.place)
    return [{ path, title: found.holds === 'address' ? title : `${title}: Alt text` }]
  })
}
