import { useEffect, useState } from 'react'

/** What of a frame's time this many entries take is hardly felt; sixteen at once stop the window. */
const inOneFrame = 3

const waiting = new Set<() => void>()
let isRunning = false

/** The entries of a list that are to be drawn, a few in each frame, those that asked first before the others. */
function takeTurn(run: () => void): () => void {
  waiting.add(run)
  if (!isRunning) requestAnimationFrame(next)
  isRunning = true
  return () => void waiting.delete(run)
}

function next(): void {
  for (const run of [...waiting].slice(0, inOneFrame)) {
    waiting.delete(run)
    run()
  }
  isRunning = waiting.size > 0
  if (isRunning) requestAnimationFrame(next)
}

/** Whether an entry that is to be drawn has its turn: what comes all at once is drawn a few at a time. */
export function useTurn(isWanted: boolean): boolean {
  const [hasTurn, setTurn] = useState(false)
  useEffect(() => {
    if (!isWanted) return
    const leave = takeTurn(() => setTurn(true))
    return () => {
      leave()
      setTurn(false)
    }
  }, [isWanted])
  return isWanted && hasTurn
}
