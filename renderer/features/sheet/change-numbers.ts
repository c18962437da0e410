import { create } from 'zustand'
import type { Block } from './paste'
import type { Shown } from './written-cells'

type Asked = { shown: Shown; block: Block }

/** The cells whose numbers are to be changed, while it is asked by how much. */
export const useChangeNumbers = create<{ asked: Asked | null }>(() => ({ asked: null }))

export const askNumbers = (asked: Asked): void => useChangeNumbers.setState({ asked })
export const closeNumbers = (): void => useChangeNumbers.setState({ asked: null })
