import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { problemOf } from '../../bridge'

/** The answer to what is being typed, once the typing rests for a moment. */
export function usePreview<T>(text: string, ask: (text: string) => Promise<T>): { preview: T | null; problem: string } {
  const [asked] = useDebouncedValue(text, 250)
  const [answer, setAnswer] = useState<{ text: string; preview: T | null; problem: string } | null>(null)
  useEffect(() => {
    if (asked === '') return
    let here = true
    ask(asked).then(
      (preview) => here && setAnswer({ text: asked, preview, problem: '' }),
      (error: unknown) => here && setAnswer({ text: asked, preview: null, problem: problemOf(error).message }),
    )
    return () => {
      here = false
    }
    // oxlint-disable-next-line react/exhaustive-deps -- the same text asks the same
  }, [asked])
  if (text === '' || answer === null) return { preview: null, problem: '' }
  return answer
}
