import { apron, backpack, tote } from './bags'
import { candle, clock, cushion, lamp, pot, towel } from './home'
import { board, jar, knife, spoons } from './kitchen'
import { paletteAt, type Palette } from './palettes'
import { cards, notebook, pencils, poster } from './paper'
import { bowl, carafe, mug, plate, teapot, vase } from './tableware'

const drawings = {
  mug,
  bowl,
  plate,
  teapot,
  vase,
  carafe,
  knife,
  board,
  spoons,
  jar,
  lamp,
  candle,
  towel,
  cushion,
  pot,
  clock,
  notebook,
  poster,
  pencils,
  cards,
  tote,
  backpack,
  apron,
}

export type DrawingName = keyof typeof drawings
export const drawingNames = Object.keys(drawings) as DrawingName[]

function isDrawing(name: string): name is DrawingName {
  return Object.hasOwn(drawings, name)
}

/** What hangs on a wall or lies flat has no shadow on the table. */
const flat: readonly string[] = ['plate', 'poster', 'clock', 'knife', 'cards', 'board']

/** An SVG of 600 by 600. Views: 0 = front, 1 = turned before another wall, 2 = two colours side by side, 3 = a detail. */
export function drawPicture(picture: { drawing: string; palette: number; view: number }): string {
  const palette = paletteAt(picture.palette)
  const other = paletteAt(picture.palette + 3)
  const name = isDrawing(picture.drawing) ? picture.drawing : 'jar'
  const item = (colours: Palette) => shadow(name) + drawings[name](colours)
  const view = picture.view % 4
  const scenes = [
    () => scene(palette, item(palette)),
    () => scene(other, `<g transform="translate(600 0) scale(-1 1)">${item(palette)}</g>`),
    () =>
      scene(
        palette,
        `<g transform="translate(-28 152) scale(.62)">${item(palette)}</g><g transform="translate(258 152) scale(.62)">${item(other)}</g>`,
      ),
    () => scene(other, `<g transform="translate(-330 -330) scale(1.9)">${item(palette)}</g>`),
  ]
  return (scenes[view] ?? (() => ''))()
}

function shadow(name: string): string {
  return flat.includes(name) ? '' : '<ellipse cx="306" cy="474" rx="190" ry="20" fill="#000" opacity=".12"/>'
}

function scene({ wall, table }: Palette, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600" width="600" height="600">
    <defs><radialGradient id="glow" cx=".4" cy=".3" r=".9"><stop offset="0" stop-color="#fff" stop-opacity=".7"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs>
    <rect width="600" height="600" fill="${wall}"/><rect width="600" height="600" fill="url(#glow)"/>
    <path d="M0 430h600v170H0z" fill="${table}"/>
    ${content}
  </svg>`
}
