import type { Rectangle, Theme } from '@glideapps/glide-data-grid'
import { drawLine, drawTick } from './draw-tick'

/** What stands before the text of the first column: the tick of a product, and whether its variations are below it. */
export type RowLead = {
  /** Null: a variation, which is selected with its product, or one that stands in its place behind the first. */
  isPicked: boolean | null
  /** Null: no product of the list has variations. */
  fold: 'open' | 'closed' | 'none' | null
}

const tickWidth = 24
const foldWidth = 20

export const leadWidth = ({ isPicked, fold }: RowLead): number =>
  tickWidth + (fold === null ? 0 : foldWidth + (isPicked === null ? foldWidth : 0))

/** What is under a place of the cell; null: its text. */
export function leadPart({ isPicked, fold }: RowLead, x: number): 'tick' | 'fold' | null {
  if (isPicked === null) return null
  if (x < tickWidth + 4) return 'tick'
  const unfolds = fold === 'open' || fold === 'closed'
  return unfolds && x < tickWidth + foldWidth + 4 ? 'fold' : null
}

type Drawing = { ctx: CanvasRenderingContext2D; theme: Theme; rect: Rectangle }

export function drawLead({ ctx, theme, rect }: Drawing, { isPicked, fold }: RowLead): void {
  const middle = rect.y + rect.height / 2
  if (isPicked !== null) drawTick(ctx, theme, rect.x + 17, middle, isPicked)
  if (fold === 'open' || fold === 'closed') drawChevron(ctx, theme, rect.x + tickWidth + 16, middle, fold === 'open')
}

function drawChevron(ctx: CanvasRenderingContext2D, theme: Theme, x: number, y: number, isOpen: boolean): void {
  const open = [
    [x - 4, y - 2],
    [x, y + 2],
    [x + 4, y - 2],
  ] as const
  const closed = [
    [x - 2, y - 4],
    [x + 2, y],
    [x - 2, y + 4],
  ] as const
  drawLine(ctx, theme.textMedium, isOpen ? open : closed)
}
