import { TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState, type ClipboardEvent, type KeyboardEvent, type Ref } from 'react'
import type { Entry } from '../../../../electron/shared/fields/kind'
import type { StoreProfile } from '../../../../electron/shared/store'
import classes from './options.module.css'
import { hasLines, pastedChoices } from './pasted-choices'

type Props = {
  ref: Ref<HTMLInputElement>
  option: string
  taken: readonly string[]
  profile: StoreProfile | null
  onAdd: (choices: Entry[]) => void
}

/** The next choice: Enter adds it and waits for another, a list that is pasted adds one for each line. */
export function NewChoice({ ref, option, taken, profile, onAdd }: Props) {
  const [text, setText] = useState('')
  const isTaken = taken.includes(text.trim()) && text.trim() !== ''

  function add(lines: string): void {
    const added = pastedChoices(lines, taken, profile)
    if (added.length === 0) return
    onAdd(added)
    setText('')
  }
  function onKeyDown(event: KeyboardEvent): void {
    const isSaving = (event.ctrlKey || event.metaKey) && (event.key === 's' || event.key === 'Enter')
    if (!isSaving && event.key !== 'Enter') return
    if (!isSaving) event.preventDefault()
    add(text)
  }
  function onPaste(event: ClipboardEvent): void {
    const pasted = event.clipboardData.getData('text/plain')
    if (!hasLines(pasted)) return
    event.preventDefault()
    add(pasted)
  }

  return (
    <TextInput
      ref={ref}
      className={classes.next}
      aria-label={`New choice of ${option}`}
      placeholder="New choice, or paste a list"
      leftSection={<IconPlus size={14} />}
      value={text}
      error={isTaken ? 'There is a choice of this name.' : undefined}
      autoComplete="off"
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      // Nothing that was typed is lost by going on elsewhere.
      onBlur={() => add(text)}
    />
  )
}
