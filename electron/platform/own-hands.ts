import type { WebContents } from 'electron'

const acts: ReadonlySet<string> = new Set(['mouseDown', 'mouseUp', 'rawKeyDown', 'keyDown'])
const recentMs = 1500

/**
 * Whether a person clicked or pressed a key in the window just now. Code in the window cannot pretend that: what reads the clipboard
 * does so for nobody else.
 */
export function watchHands(contents: WebContents, now: () => number): () => boolean {
  let actedAt = -Infinity
  contents.on('input-event', (_event, { type }) => {
    if (acts.has(type)) actedAt = now()
  })
  return () => now() - actedAt < recentMs
}
