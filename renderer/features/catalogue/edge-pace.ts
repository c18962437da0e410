const edge = 40
const fastest = 24

/** How far a list scrolls in a frame while something is drawn near or beyond its edge, faster the further it is; 0 between them. */
export function edgePace(y: number, { top, bottom }: { top: number; bottom: number }): number {
  const [above, below] = [top + edge - y, y - (bottom - edge)]
  const most = (depth: number) => Math.min(fastest, 2 + Math.round(depth / 3))
  if (above > 0) return -most(above)
  return below > 0 ? most(below) : 0
}
