import { useState } from 'react'
import { readTyped, typedNumber } from '../../../electron/shared/fields/typed'
import type { TextsSet, TypedTexts } from '../../components/controls/control'
import { textsWithin } from '../../components/controls/control'
import { useStoreWords } from '../../stores/store-words'

type Texts = TypedTexts & { setAll: (typed: TextsSet | undefined) => void; isAnyWrong: boolean }

/** What is typed into the boxes of a dialog and is no value yet. */
export function useTexts(): Texts {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const { profile } = useStoreWords()
  const problemAt = (path: string): string | undefined => {
    const typed = texts[path]
    const number = typedNumber(path, profile)
    if (typed === undefined || !number) return undefined
    const reading = readTyped(typed, number)
    return reading.kind === 'problem' ? reading.message : undefined
  }
  const setAll = (typed: TextsSet | undefined) => {
    if (!typed) return
    const all = Object.entries({ ...texts, ...typed })
    setTexts(Object.fromEntries(all.flatMap(([path, text]) => (text === null ? [] : [[path, text] as const]))))
  }
  return {
    at: (path) => texts[path],
    set: (path, text) => setAll({ [path]: text }),
    problemAt,
    isWrong: (path) => problemAt(path) !== undefined,
    within: (path) => textsWithin(texts, path),
    setAll,
    isAnyWrong: Object.keys(texts).length > 0,
  }
}
