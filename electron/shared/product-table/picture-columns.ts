import { foldText } from '../fold-text'
import type { Target } from './column-names'
import { titles } from './titles'

/** `picture.1`: addresses of pictures, or names of files beside the table, the main one first; `pictureAlt.1`: the alt text of the one beside it. */
const placePattern = /^(picture|pictureAlt)\.(\d{1,3})$/
export function picturePlace(target: string): { holds: 'picture' | 'alt'; place: number } | null {
  const [, what, place] = placePattern.exec(target) ?? []
  return place === undefined ? null : { holds: what === 'picture' ? 'picture' : 'alt', place: Number(place) }
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
  const [, word = '', number] = /^(.*?)[\s_-]?(\d{1,3})$/.exec(name) ?? []
  return number && words.has(foldText(word)) ? `picture.${Number(number)}` : null
}

/** What others call the first of them, and with a number the rest; by their addresses or by the names of their files. */
export const pictureWords: readonly string[] = [
  ...['image', 'images', 'image src', 'image url', 'image link', 'image file', 'image filename', 'picture', 'pictures'],
  ...['picture file', 'picture files', 'photo', 'photos', 'photo file'],
  ...['bild', 'bilder', 'bilddatei', 'bilddateien', 'foto', 'fotos', 'bild url'],
  ...['fichier image', 'fichiers image', 'fichier photo'],
  ...['imagen', 'imágenes', 'archivo de imagen', 'archivos de imagen'],
  ...['immagine', 'immagini', 'file immagine'],
  ...['afbeelding', 'afbeeldingen', 'afbeeldingsbestand'],
  ...['изображение', 'изображения', 'файл изображения', 'фото', 'картинка'],
]
const words = new Set(pictureWords.map(foldText))

const alwaysOffered = ['picture.1', 'picture.2', 'picture.3']

/** What columns may hold of pictures: the first places, and those that these columns are called by. */
export function pictureTargets(columns: readonly string[]): Target[] {
  const paths = new Set([...alwaysOffered, ...columns.flatMap((column) => pictureTarget(column) ?? [])])
  return [...paths].flatMap((path): Target[] => {
    const found = picturePlace(path)
    if (!found) return []
    const title = titles.picture(found.place)
    return [{ path, title: found.holds === 'picture' ? title : `${title}: Alt text` }]
  })
}
