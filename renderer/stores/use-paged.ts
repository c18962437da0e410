import { useThrottledValue } from '@mantine/hooks'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ErrorInfo } from '../../electron/shared/errors'
import { problemOf } from '../bridge'
import { shareEqual } from './share-equal'

const pageSize = 60
/** Pages kept at most; those furthest from the view go first. */
const pagesKept = 30
const followEveryMs = 300

export type Page<T> = { total: number; rows: T[] }
type Pages<T> = ReadonlyMap<number, { rows: T[]; revision: unknown }>

export type Paged<T> = {
  /** Null before the first answer. */
  total: number | null
  at: (index: number) => T | undefined
  /** Tells which rows are in view, so that they are asked for. */
  show: (first: number, last: number) => void
  problem: ErrorInfo | null
}

/**
 * Rows of a long list, asked for as they come into view. A new `question` starts anew; with a new `revision` what is in
 * view is asked again, and the former rows stay until the answer is there.
 */
export function usePaged<T>(
  load: (offset: number, limit: number) => Promise<Page<T>>,
  question: string,
  revision: unknown,
): Paged<T> {
  const followed = useThrottledValue(revision, followEveryMs)
  const [range, setRange] = useState({ first: 0, last: 0 })
  const [answer, setAnswer] = useState<{ question: string; total: number | null; pages: Pages<T> }>({
    question,
    total: null,
    pages: new Map(),
  })
  const [problem, setProblem] = useState<ErrorInfo | null>(null)
  const latest = useRef({ question, pages: answer.pages, load })
  useEffect(() => {
    latest.current = { question, pages: answer.question === question ? answer.pages : new Map(), load }
  })

  useEffect(() => {
    for (let page = range.first; page <= range.last; page++) {
      if (latest.current.pages.get(page)?.revision === followed) continue
      latest.current.load(page * pageSize, pageSize).then(
        ({ total, rows }) => {
          // Late, but about the same question: newer than nothing.
          if (latest.current.question !== question) return
          setProblem(null)
          setAnswer((before) => {
            const known: Pages<T> = before.question === question ? before.pages : new Map()
            const shared = shareEqual(known.get(page)?.rows, rows)
            return { question, total, pages: withPage(known, page, { rows: shared, revision: followed }, total) }
          })
        },
        (error: unknown) => latest.current.question === question && setProblem(problemOf(error)),
      )
    }
  }, [question, followed, range])

  const show = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / pageSize), last: Math.floor(last / pageSize) }
    setRange((before) => (before.first === next.first && before.last === next.last ? before : next))
  }, [])
  const at = (index: number) => answer.pages.get(Math.floor(index / pageSize))?.rows[index % pageSize]
  return { total: answer.question === question ? answer.total : null, at, show, problem }
}

function withPage<T>(
  pages: Pages<T>,
  page: number,
  content: { rows: T[]; revision: unknown },
  total: number,
): Pages<T> {
  const next = new Map([...pages, [page, content] as const].filter(([at]) => at === 0 || at * pageSize < total))
  const furthest = [...next.keys()].sort((a, b) => Math.abs(b - page) - Math.abs(a - page))
  for (const at of furthest.slice(0, Math.max(0, next.size - pagesKept))) next.delete(at)
  return next
}
