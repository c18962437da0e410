import { TextInput } from '@mantine/core'
import { memo, useEffect, useEffectEvent, useRef, useState } from 'react'
import { longestAlt } from '../../electron/shared/limits'
import classes from './AltText.module.css'
import { isComposing } from './keys'

/** What screen readers commonly read in one go; longer texts are allowed. */
const comfortable = 125

type Props = {
  pictureKey: string
  label: string
  value: string
  readOnly: boolean
  /** As HTML names the language that it is in; left out: the store's first one. */
  lang?: string
  placeholder?: string
  onSave: (pictureKey: string, alt: string) => void
}

/** Saved when the field is left or on Enter; Escape takes the typing back. */
export const AltText = memo(function AltText({ pictureKey, label, value, readOnly, onSave, ...look }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const text = typed ?? value

  function save(): void {
    if (typed !== null && typed.trim() !== value) onSave(pictureKey, typed.trim())
    setTyped(null)
  }
  const saveOnLeaving = useEffectEvent(save)
  useEffect(() => () => saveOnLeaving(), [])

  const counter =
    text.length > comfortable
      ? `${text.length} of ${longestAlt}; best below ${comfortable}`
      : `${text.length} of ${comfortable}`
  return (
    <TextInput
      ref={input}
      className={classes.alt}
      size="xs"
      aria-label={label}
      placeholder="Alt text"
      {...look}
      value={text}
      readOnly={readOnly}
      maxLength={longestAlt}
      description={typed === null ? undefined : counter}
      inputWrapperOrder={['input', 'description']}
      onFocus={() => !readOnly && setTyped(value)}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (isComposing(event)) return
        if (event.key === 'Enter') {
          event.preventDefault()
          input.current?.blur()
        } else if (event.key === 'Escape' && typed !== null && typed !== value) {
          event.stopPropagation()
          setTyped(value)
        }
      }}
    />
  )
})
