import { useLayoutEffect, useState } from 'react'
import type { Picture } from '../../../electron/shared/product'
import { tellWhyNot } from '../../components/notify'
import { tellDone } from '../../components/offer-undo'
import {
  cancelUpload,
  describePicture,
  describePictures,
  nameOfPicture,
  orderPictures,
  removePictures,
  retryUpload,
  translateAlt,
  undoSet,
} from '../../stores/picture-actions'
import type { ProductTarget } from '../../stores/product-action'
import { firstOf, movedBehind, movedBy, movedTo } from './picture-order'

/** Pictures are named by what they were made as, which stays when they arrive in the store. */
type Names = readonly string[]

/** What can be done with the pictures of a grid. One object for as long as the grid is shown: no card is drawn anew for it. */
export type PictureMoves = {
  /** One of them comes to a place, the others along with it. */
  arrange: (names: Names, name: string, place: number) => Promise<void>
  /** By one place; at the end of the grid that is said. */
  step: (names: Names, name: string, step: -1 | 1) => Promise<void>
  toEnd: (names: Names, end: 'front' | 'back') => Promise<void>
  remove: (names: Names) => Promise<void>
  describe: (key: string, alt: string) => Promise<void>
  describeAll: (names: Names, alt: string) => Promise<void>
  /** In one of the store's other languages. */
  translate: (key: string, text: { language: string; alt: string }) => Promise<void>
  retry: (changeId: number) => Promise<void>
  cancel: (changeId: number) => Promise<void>
  /** Goes to a picture, also one that is not drawn yet. */
  focus: (name: string) => void
}

type Grid = {
  target: ProductTarget
  /** In the order shown. */
  pictures: readonly Pick<Picture, 'key' | 'madeAs' | 'alt' | 'fileName' | 'isMain'>[]
  setOrder: (next: (now: string[] | null) => string[] | null) => void
  /** The picture that has the focus with the next drawing at the latest. */
  focus: (name: string) => void
  onSpoken: (text: string) => void
}

export function usePictureMoves(grid: Grid): PictureMoves {
  const [{ moves, follow }] = useState(createMoves)
  useLayoutEffect(() => follow(grid))
  return moves
}

function createMoves(): { moves: PictureMoves; follow: (grid: Grid) => void } {
  let now: Grid | null = null
  const grid = (): Grid => {
    if (!now) throw new Error('The grid is not on the screen yet.')
    return now
  }
  const namesNow = () => grid().pictures.map(({ madeAs }) => madeAs)
  const keysOf = (names: Names) => {
    const keys = new Map(grid().pictures.map(({ madeAs, key }) => [madeAs, key]))
    return names.map((name) => keys.get(name) ?? name)
  }

  /** False: nothing has another place than before. */
  async function order(next: string[], names: Names, focused: string | null): Promise<boolean> {
    const { target, pictures, setOrder, focus, onSpoken } = grid()
    if (next.join('\n') === namesNow().join('\n')) return false
    setOrder(() => next)
    if (focused !== null) focus(focused)
    onSpoken(movedText(firstOf(next, names), names.length, pictures))
    const done = await orderPictures(target, keysOf(next))
    setOrder((shown) => (shown === next ? null : shown))
    // For Ctrl+Z, what is typed into the form comes first.
    const message = `${names.length === 1 ? 'Picture' : `${names.length} pictures`} moved`
    tellDone({ ...done, message, undo: (changeSetId) => undoSet(target, changeSetId) })
    return true
  }

  async function step(names: Names, name: string, by: -1 | 1): Promise<void> {
    const isMoved = await order(movedBy(namesNow(), names, by), names, name)
    if (!isMoved) grid().onSpoken(by < 0 ? 'This is the first place.' : 'This is the last place.')
  }

  async function remove(names: Names): Promise<void> {
    const { target, pictures, focus, onSpoken } = grid()
    const stays = ({ madeAs }: { madeAs: string }) => !names.includes(madeAs)
    const last = pictures.findLastIndex((picture) => !stays(picture))
    const next = pictures.slice(last + 1).find(stays) ?? pictures.slice(0, last).findLast(stays)
    if (next) focus(next.madeAs)
    const done = await removePictures(target, keysOf(names))
    const name = nameOfPicture(pictures[last])
    const one = `Picture ${name ? `“${name}”` : last + 1}`
    const message = `${names.length === 1 ? one : `${names.length} pictures`} deleted`
    if (!done.problem) onSpoken(`${message}.`)
    tellDone({ ...done, message, undo: (changeSetId) => undoSet(target, changeSetId) })
  }

  async function describeAll(names: Names, alt: string): Promise<void> {
    const { target, onSpoken } = grid()
    const done = await describePictures(target, keysOf(names), alt)
    const message = `Alt text of ${names.length === 1 ? '1 picture' : `${names.length} pictures`} changed`
    if (!done.problem) onSpoken(`${message}.`)
    tellDone({ ...done, message, undo: (changeSetId) => undoSet(target, changeSetId) })
  }

  const moves: PictureMoves = {
    arrange: async (names, name, place) => void (await order(movedTo(namesNow(), names, name, place), names, name)),
    step,
    toEnd: async (names, end) =>
      void (await order(movedBehind(namesNow(), names, end === 'front' ? 0 : Infinity), names, null)),
    remove,
    describe: async (key, alt) => tellWhyNot((await describePicture(grid().target, key, alt)).problem),
    describeAll,
    translate: async (key, text) => tellWhyNot((await translateAlt(grid().target, key, text)).problem),
    retry: (changeId) => retryUpload(grid().target, changeId).then(tellWhyNot),
    cancel: (changeId) => cancelUpload(grid().target, changeId).then(tellWhyNot),
    focus: (name) => grid().focus(name),
  }
  return { moves, follow: (next) => void (now = next) }
}

/** Where a video is the main one, none of the pictures is. */
function movedText(place: number, moved: number, pictures: Grid['pictures']): string {
  const count = pictures.length
  const isMain = place === 0 && pictures.some((picture) => picture.isMain)
  if (moved === 1) {
    return isMain ? 'Picture is now the main picture.' : `Picture moved to place ${place + 1} of ${count}.`
  }
  return `${moved} pictures moved to places ${place + 1} to ${place + moved} of ${count}.`
}
