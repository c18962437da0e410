type Chosen = Pick<File, 'webkitRelativePath'>

/**
 * The paths to scan for what was dropped or chosen. A folder chosen in a dialog comes as all of its files: its own path,
 * which they share, is what is wanted, so that the names of folders below it count.
 */
export function pathsToScan(files: readonly Chosen[], paths: readonly string[]): string[] {
  const roots = files.map((file, index) => rootOf(paths[index] ?? '', file.webkitRelativePath))
  return [...new Set(roots.filter((path) => path !== ''))]
}

function rootOf(path: string, relative: string): string {
  // `shoot/a/b.jpg` below `/home/x/shoot/a/b.jpg`: all but the first name comes off the end.
  const below = relative.split('/').slice(1).join('/')
  if (below === '' || path.length <= below.length) return path
  return path.slice(0, -(below.length + 1))
}
