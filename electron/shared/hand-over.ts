// What preload needs to hand over files. No schemas here: they would be read before every page.

/** Only preload has this channel: it is none of the calls the window can make. */
export const handOverChannel = 'files.handOver'
export const mostHandedOver = 5000

/**
 * What was chosen. A folder chosen in a dialog comes as all of its files: its own path, which they share, is what is wanted,
 * so that the names of folders below it count.
 */
export function chosenRoot(path: string, relative: string): string {
  // `shoot/a/b.jpg` below `/home/x/shoot/a/b.jpg`: all but the first name comes off the end.
  const below = relative.split('/').slice(1).join('/')
  if (below === '' || path.length <= below.length) return path
  return path.slice(0, -(below.length + 1))
}
