import type { Rectangle, Theme } from '@glideapps/glide-data-grid'

/** What stands before the text of the first column: the tick of a product, and whether its variations are below it. */
export type RowLead = {
  /** Null: a variation, which is selected with its product. */
  isPicked: boolean | null
  /** Null: no product of the list has variations. */
  fold: 'open' | 'closed' | 'none' | null
}

const tickWidth = 24
const foldWidth = 20

export const leadWidth = ({ isPicked, fold }: RowLead): number =>
  tickWidth + (fold === null ? 0 : foldWidth) + (isPicked === null ? foldWidth : 0)

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

function drawTick(ctx: CanvasRenderingContext2D, theme: Theme, x: number, y: number, isPicked: boolean): void {
  ctx.beginPath()
  ctx.roundRect(x - 7, y - 7, 14, 14, 3)
  ctx.lineWidth = 1
  ctx.strokeStyle = isPicked ? theme.accentColor : theme.textLight
  ctx.stroke()
  if (!isPicked) return
  ctx.fillStyle = theme.accentColor
  ctx.fill()
  drawLine(ctx, theme.accentFg, [
    [x - 3.5, y],
    [x - 1, y + 2.5],
    [x + 3.5, y - 3],
  ])
}

function drawChevron(ctx: CanvasRenderingContext2D, theme: Theme, x: number, y: number, isOpen: boolean): void {
  const open: Points = [
    [x - 4, y - 2],
    [x, y + 2],
    [x + 4, y - 2],
  ]
  const closed: Points = [
    [x - 2, y - 4],
    [x + 2, y],
    [x - 2, y + 4],
  ]
  drawLine(ctx, theme.textMedium, isOpen ? open : closed)
}

type Points = readonly (readonly [number, number])[]

function drawLine(ctx: CanvasRenderingContext2D, colour: string, points: Points): void {
  ctx.beginPath()
  for (const [x, y] of points) ctx.lineTo(x, y)
  ctx.strokeStyle = colour
  ctx.lineWidth = 1.5
  ctx.stroke()
}
