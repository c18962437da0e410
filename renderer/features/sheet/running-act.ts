import { create } from 'zustand'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { useSheetStore } from '../../stores/sheet-store'
import type { Act } from './written-cells'

/** What is going into rows; `isLong`: so that whoever waits is told; `step`: the one that it writes, once it does. */
export type Running = { act: Act; rows: number; of: number; isLong: boolean; step: string | null }

/** `asked`: the one that runs, and those that wait for it. */
export const useRunningAct = create<{ running: Running | null; asked: number }>(() => ({ running: null, asked: 0 }))
const { getState, setState } = useRunningAct

/** Of the act that runs: where it stands, and whether it is to end there. */
export type Course = { note: (rows: number) => void; end: () => 'stopped' | 'taken back' | null }

const longAfterMs = 400
let stops: ('stopped' | 'taken back')[] = []
let before: Promise<unknown> = Promise.resolve()

/** Acts go one after the other. One that is stopped, or whose rows become others meanwhile, ends where it is. */
export function runAct(act: Act, of: number, work: (course: Course) => Promise<void>): Promise<void> {
  const { connectionId, unfolding } = useSheetStore.getState()
  const { filters, sort } = useCatalogueStore.getState()
  const { length } = stops
  const end = () => {
    const now = useSheetStore.getState()
    const list = useCatalogueStore.getState()
    const isOther =
      connectionId !== now.connectionId || unfolding !== now.unfolding || filters !== list.filters || sort !== list.sort
    return stops[length] ?? (isOther ? 'stopped' : null)
  }
  setState(({ asked }) => ({ asked: asked + 1 }))
  const own = before.then(async () => {
    setState({ running: { act, rows: 0, of, isLong: false, step: null } })
    const change = (now: Partial<Running>) =>
      setState(({ running }) => ({ running: running && { ...running, ...now } }))
    const timer = setTimeout(() => change({ isLong: true }), longAfterMs)
    try {
      if (end() === null) await work({ note: (rows) => change({ rows }), end })
    } finally {
      clearTimeout(timer)
      setState(({ asked }) => ({ running: null, asked: asked - 1 }))
    }
  })
  before = own.catch(() => {})
  return own
}

/** What runs writes into this step from now on. */
export const noteStep = (step: string): void =>
  setState(({ running }) => ({ running: running && { ...running, step } }))

/** What runs ends where it is, and what waits for it is not begun. False: nothing does. */
export function stopActs(how: 'stopped' | 'taken back'): boolean {
  if (getState().asked === 0) return false
  stops = [...stops, how]
  return true
}

/** Resolves once nothing goes into rows any more. */
export const actsDone = async (): Promise<void> => void (await before)
