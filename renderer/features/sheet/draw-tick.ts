import type { Theme } from '@glideapps/glide-data-grid'

type Points = readonly (readonly [number, number])[]

export function drawTick(ctx: CanvasRenderingContext2D, theme: Theme, x: number, y: number, isOn: boolean): void {
  ctx.beginPath()
  ctx.roundRect(x - 7, y - 7, 14, 14, 3)
  ctx.lineWidth = 1
  ctx.strokeStyle = isOn ? theme.accentColor : theme.textLight
  ctx.stroke()
  if (!isOn) return
  ctx.fillStyle = theme.accentColor
  ctx.fill()
  drawLine(ctx, theme.accentFg, [
    [x - 3.5, y],
    [x - 1, y + 2.5],
    [x + 3.5, y - 3],
  ])
}

export function drawLine(ctx: CanvasRenderingContext2D, colour: string, points: Points): void {
  ctx.beginPath()
  for (const [x, y] of points) ctx.lineTo(x, y)
  ctx.strokeStyle = colour
  ctx.lineWidth = 1.5
  ctx.stroke()
}
