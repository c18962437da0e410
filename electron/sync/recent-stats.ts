import type { StoreStats } from '../ecwid/stats'
import { overlapMs } from './pull-delta'

/** The store's times have whole seconds, and it may change twice in one: what moved just now is read again. */
export const isRecent = ({ serverTime }: StoreStats, at: number): boolean => (serverTime ?? Infinity) - at < overlapMs
