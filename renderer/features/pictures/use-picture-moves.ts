import { useLayoutEffect, useState } from 'react'
import type { Picture } from '../../../electron/shared/product'
import { tellWhyNot } from '../../components/notify'
import { tellDone } from '../../components/offer-undo'
import {
  cancelUpload,
  describePicture,
  orderPictures,
  removePicture,
  retryUpload,
  translateAlt,
  undoSet,
} from '../../stores/picture-actions'
import type { ProductTarget } from '../../stores/product-action'
import { moved } from './picture-order'

/** What can be done with the pictures of a grid. One object for as long as the grid is shown: no card is drawn anew for it. */
export type PictureMoves = {
  arrange: (key: string, place: number) => Promise<void>
  remove: (key: string) => Promise<void>
  describe: (key: string, alt: string) => Promise<void>
  /** In one of the store's other languages. */
  translate: (key: string, text: { language: string; alt: string }) => Promise<void>
  retry: (changeId: number) => Promise<void>
  cancel: (changeId: number) => Promise<void>
}

type Grid = {
  target: ProductTarget
  /** In the order shown. */
  pictures: readonly Pick<Picture, 'key' | 'madeAs'>[]
  /** By what they were made as. */
  setOrder: (next: (now: string[] | null) => string[] | null) => void
  /** The picture that gets the focus with the next drawing. */
  focus: (madeAs: string | null) => void
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

  async function arrange(key: string, place: number): Promise<void> {
    const { target, pictures, setOrder, focus, onSpoken } = grid()
    const keys = pictures.map((picture) => picture.key)
    const to = Math.max(0, Math.min(place, keys.length - 1))
    if (keys.indexOf(key) === to) return
    const next = moved(keys, key, to)
    const nameOf = new Map(pictures.map((picture) => [picture.key, picture.madeAs]))
    const names = next.map((each) => nameOf.get(each) ?? each)
    setOrder(() => names)
    focus(nameOf.get(key) ?? null)
    onSpoken(to === 0 ? 'Picture is now the main picture.' : `Picture moved to place ${to + 1} of ${keys.length}.`)
    const { problem } = await orderPictures(target, next)
    setOrder((order) => (order === names ? null : order))
    tellWhyNot(problem)
  }

  async function remove(key: string): Promise<void> {
    const { target, pictures, focus, onSpoken } = grid()
    const at = pictures.findIndex((picture) => picture.key === key)
    focus((pictures[at + 1] ?? pictures[at - 1])?.madeAs ?? null)
    const done = await removePicture(target, key)
    if (!done.problem) onSpoken('Picture deleted.')
    tellDone({ ...done, message: 'Picture deleted', undo: (changeSetId) => undoSet(target, changeSetId) })
  }

  async function describe(key: string, alt: string): Promise<void> {
    tellWhyNot((await describePicture(grid().target, key, alt)).problem)
  }

  async function translate(key: string, text: { language: string; alt: string }): Promise<void> {
    tellWhyNot((await translateAlt(grid().target, key, text)).problem)
  }

  const moves: PictureMoves = {
    arrange,
    remove,
    describe,
    translate,
    retry: (changeId) => retryUpload(grid().target, changeId).then(tellWhyNot),
    cancel: (changeId) => cancelUpload(grid().target, changeId).then(tellWhyNot),
  }
  return { moves, follow: (next) => void (now = next) }
}
