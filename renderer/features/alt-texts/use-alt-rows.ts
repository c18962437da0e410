import { useCallback, useEffect, useRef, useState } from 'react'
import type { AltRow, AltWish } from '../../../electron/shared/alt-text'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { call, problemOf } from '../../bridge'
import { shareEqual } from '../../stores/share-equal'

const pageSize = 60
const pagesKept = 20

type Page = { pattern: string; rows: (AltRow | null)[] }
type Pages = { question: string; pages: ReadonlyMap<number, Page> }

export type AltRows = {
  /** Undefined while it is on its way; null: described or removed since. */
  at: (index: number) => AltRow | null | undefined
  /** Tells which rows are in view, so that they are asked for. */
  show: (first: number, last: number) => void
  problem: ErrorInfo | null
}

/** Pictures as they come into view. With another pattern the former texts stay until the new ones are there. */
export function useAltRows(connectionId: string, { selectionId, scope, pattern }: AltWish): AltRows {
  const question = `${connectionId} ${selectionId} ${scope}`
  const [range, setRange] = useState({ first: 0, last: 0 })
  const [known, setKnown] = useState<Pages>({ question, pages: new Map() })
  const [problem, setProblem] = useState<ErrorInfo | null>(null)
  const latest = useRef(known)
  useEffect(() => {
    latest.current = known
  })

  useEffect(() => {
    let here = true
    const ask = async (page: number) => {
      const wish = { connectionId, selectionId, scope, pattern }
      try {
        const rows = await call('altTexts.page', { ...wish, offset: page * pageSize, limit: pageSize })
        if (!here) return
        setProblem(null)
        setKnown((before) => {
          const pages: ReadonlyMap<number, Page> = before.question === question ? before.pages : new Map()
          const shared = shareEqual(pages.get(page)?.rows, rows)
          return { question, pages: withPage(pages, page, { pattern, rows: shared }) }
        })
      } catch (error) {
        if (here) setProblem(problemOf(error))
      }
    }
    for (let page = range.first; page <= range.last; page++) {
      const there = latest.current.question === question && latest.current.pages.get(page)
      if (!there || there.pattern !== pattern) void ask(page)
    }
    return () => {
      here = false
    }
  }, [connectionId, selectionId, scope, pattern, question, range])

  const show = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / pageSize), last: Math.floor(last / pageSize) }
    setRange((before) => (before.first === next.first && before.last === next.last ? before : next))
  }, [])
  const pages = known.question === question ? known.pages : undefined
  return { at: (index) => pages?.get(Math.floor(index / pageSize))?.rows[index % pageSize], show, problem }
}

function withPage(pages: ReadonlyMap<number, Page>, page: number, content: Page): ReadonlyMap<number, Page> {
  const next = new Map([...pages, [page, content] as const])
  const furthest = [...next.keys()].sort((a, b) => Math.abs(b - page) - Math.abs(a - page))
  for (const at of furthest.slice(0, Math.max(0, next.size - pagesKept))) next.delete(at)
  return next
}
