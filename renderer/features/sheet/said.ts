import { create } from 'zustand'

type Said = { sentence: string; times: number }

/** What a person who does not see the sheet is told of it last; `times` tells a sentence from the same one before. */
export const useSaid = create<Said>(() => ({ sentence: '', times: 0 }))

export const say = (sentence: string): void => useSaid.setState(({ times }) => ({ sentence, times: times + 1 }))
