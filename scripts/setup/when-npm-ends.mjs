/**
 * Calls `end` when the shell that npm started us in is gone. Ctrl+C and a closed terminal reach every process of the
 * terminal, but somebody who ends npm alone (a task manager, a service, an editor) would leave us running unseen.
 * Windows keeps the number of a parent that has ended, so there it never calls.
 */
export function whenNpmEnds(end) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    end()
  }, 500)
  timer.unref()
}
