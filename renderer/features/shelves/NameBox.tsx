import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { categoryFields } from '../../../electron/shared/fields/category-fields'
import type { Category } from '../../../electron/shared/store'
import { faultText } from '../../../electron/shared/words/fault'
import { isComposing } from '../../components/keys'
import { notifyLeftOut } from '../../components/notify'
import { renameInPlace } from '../../stores/category-view-store'
import classes from './shelves.module.css'
import { renameCategory } from './category-acts'

/** Enter and leaving it rename, Escape does not. A name that cannot be stays in the box, with why not. */
export function NameBox({ category, onLeave }: { category: Category; onLeave: () => void }) {
  const [problem, setProblem] = useState<string | null>(null)
  const [begun] = useState(category.name)
  const typed = useRef(begun)
  const isDone = useRef(false)
  const box = useRef<HTMLInputElement>(null)

  /** Answers with why not. */
  async function end(name: string): Promise<string | null> {
    if (isDone.current) return null
    isDone.current = true
    const fault = categoryFields.name.problem(name, {})
    const why = fault ? faultText(fault) : ((await renameCategory(category, name))?.message ?? null)
    isDone.current = why === null
    if (why === null) renameInPlace(null)
    setProblem(why)
    return why
  }
  const latest = useRef(end)
  useEffect(() => {
    latest.current = end
  })

  useEffect(() => {
    // What was asked for is typed at once.
    box.current?.focus()
    box.current?.select()
    return () => {
      // The screen goes away under it.
      if (typed.current === begun) return
      void latest.current(typed.current).then((why) => why !== null && notifyLeftOut(why))
    }
  }, [begun])

  return (
    <TextInput
      data-autofocus
      ref={box}
      aria-label={`Name of ${category.name}`}
      size="xs"
      className={classes.nameBox}
      defaultValue={begun}
      error={problem}
      classNames={{ error: classes.nameProblem }}
      onClick={(event) => event.stopPropagation()}
      onChange={(event) => {
        typed.current = event.currentTarget.value
        setProblem(null)
      }}
      onBlur={() => void end(typed.current)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (isComposing(event)) return
        if (event.key === 'Escape') {
          event.preventDefault()
          isDone.current = true
          renameInPlace(null)
          onLeave()
        } else if (event.key === 'Enter') {
          event.preventDefault()
          void end(typed.current).then((why) => why === null && onLeave())
        }
      }}
    />
  )
}
