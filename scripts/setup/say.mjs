// The set-up speaks on stderr only: `npm run demo-store` promises that its stdout carries one JSON line.

/** A reason to stop that a person can act on. Its message is printed as it is. */
export class SetupError extends Error {}

export function say(text) {
  process.stderr.write(`${text}\n`)
}

/**
 * Shows that a long step is alive: one line that is rewritten on a terminal, a line every ten seconds elsewhere.
 * `measure` returns the text behind the title. Returns a function that ends the display.
 */
export function showProgress(title, measure) {
  const terminal = process.stderr.isTTY
  const started = Date.now()
  let printed = started
  const line = () => `${title} ${measure(Math.round((Date.now() - started) / 1000))}`
  if (!terminal) say(title)
  const timer = setInterval(
    () => {
      if (terminal) process.stderr.write(`\r\x1b[K${line()}`)
      else if (Date.now() - printed >= 10_000) {
        printed = Date.now()
        say(line())
      }
    },
    terminal ? 200 : 1000,
  )
  return () => {
    clearInterval(timer)
    if (terminal) process.stderr.write(`\r\x1b[K${line()}\n`)
  }
}

/** Turns what a failed tool printed into the one sentence a person can act on. */
export function explainFailure(what, output) {
  if (/ENOSPC|No space left/i.test(output))
    return new SetupError(`${what}: the disk is full. Free some space and try again.`)
  if (/EACCES|EPERM|Permission denied/i.test(output)) {
    return new SetupError(`${what}: this account may not write there. ${reasonIn(output)}`)
  }
  if (isNetworkFailure(output)) {
    return new SetupError(`${what}: the network or the package registry cannot be reached. Connect and try again.`)
  }
  return new SetupError(`${what}. ${reasonIn(output)}`)
}

export function isNetworkFailure(output) {
  return /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|fetch failed|Could not resolve/i.test(
    output,
  )
}

/** The line of a tool's output that says why; most tools say it last, npm and apt say it first. */
function reasonIn(output) {
  const lines = output.split('\n').map((line) => line.trim())
  const first = lines.find((line) => /^(npm error (?!code|A complete log)\S|E: )/.test(line))
  return (first ?? lines.findLast(Boolean) ?? '').replace(/^(npm error|E:) /, '')
}
