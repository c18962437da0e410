import { TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState, type ChangeEvent, type ClipboardEvent, type FocusEvent, type KeyboardEvent, type Ref } from 'react'
import type { Entry } from '../../../../electron/shared/fields/kind'
import type { StoreProfile } from '../../../../electron/shared/store'
import { isEnter } from '../../keys'
import { wrapperOrder } from '../control'
import classes from './options.module.css'
import { hasLines, namesInLine, pastedChoices } from './pasted-choices'

type Props = {
  ref: Ref<HTMLInputElement>
  option: string
  taken: readonly string[]
  profile: StoreProfile | null
  /** Of the choice that was begun here; undefined: none is. */
  text: string | undefined
  /** Null: what stands in the box is no choice. */
  onText: (text: string | null) => void
  /** What was begun is a choice like the others, with these after it. `called`: it is the first of a list. */
  onAdd: (choices: Entry[], called?: string) => void
}

/** The next choice: Enter ends it and waits for another, a list that is pasted adds one for each line. */
export function NewChoice({ ref, option, taken, profile, text, onText, onAdd }: Props) {
  const [typed, setTyped] = useState('')
  const isTaken = taken.includes(typed.trim())
  const isNone = isTaken || typed.trim() === ''
  // Undo may have taken it out of the box, or put another text there.
  const shown = text === undefined ? (isNone ? typed : '') : text === typed.trim() ? typed : text
  const listed = text === undefined ? [] : namesInLine(text)

  function change({ target: { value } }: ChangeEvent<HTMLInputElement>): void {
    const next = value.trim()
    const isChoice = next !== '' && !taken.includes(next)
    setTyped(value)
    if (isChoice || text !== undefined) onText(isChoice ? next : null)
  }
  function end(added: Entry[] = []): void {
    if (text === undefined && added.length === 0) return
    setTyped('')
    onAdd(added)
  }
  function endList(): void {
    const [called, ...others] = listed.filter((name) => !taken.includes(name))
    // What is there already is passed over.
    if (called === undefined) return end()
    setTyped('')
    onAdd(
      others.map((name) => ({ text: name })),
      called,
    )
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (!isEnter(event) || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (event.shiftKey) end()
    else endList()
  }
  function onPaste(event: ClipboardEvent): void {
    const pasted = event.clipboardData.getData('text/plain')
    if (!hasLines(pasted)) return
    event.preventDefault()
    end(pastedChoices(pasted, text === undefined ? taken : [...taken, text], profile))
  }
  function onBlur({ target }: FocusEvent): void {
    // It still has the focus where the whole window lost it.
    if (target !== document.activeElement) endList()
  }

  return (
    <TextInput
      ref={ref}
      className={classes.next}
      aria-label={`New choice of ${option}`}
      placeholder="New choice, or paste a list"
      leftSection={<IconPlus size={14} />}
      value={shown}
      description={listed.length > 1 && `Enter adds ${listed.length} choices. Shift+Enter adds one with the comma.`}
      inputWrapperOrder={wrapperOrder}
      error={isTaken ? 'There is a choice of this name.' : undefined}
      autoComplete="off"
      onChange={change}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onBlur={onBlur}
    />
  )
}
