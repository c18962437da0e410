import { TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  isPercent,
  readPriceChange,
  writePriceChange,
  type PriceChange,
} from '../../../../electron/shared/fields/price-change'
import { readingsToChoose } from '../../../format/number-question'
import { NumberChoice } from '../../NumberChoice'
import type { ControlProps, TextsSet } from '../control'

type Props = Pick<ControlProps, 'path' | 'label' | 'words' | 'texts' | 'readOnly'> & {
  value: PriceChange
  onChange: (change: PriceChange, typed: TextsSet) => void
}

/** `+2,50` or `−10 %`, in one box: what is typed stays as typed while the box has the focus. */
export function PriceChangeBox({ path, label, words, texts, readOnly, value, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const unparsed = texts.at(path)
  const write = (change: PriceChange) => writePriceChange(change, words.profile)

  // Undo may have put another value there while it has the focus.
  function isStill(text: string, { priceModifier, priceModifierType }: PriceChange): boolean {
    const reading = readPriceChange(text, words.profile)
    const isSame = reading.kind === 'value' && reading.value === priceModifier
    return isSame && (priceModifier === 0 || isPercent(text) === (priceModifierType === 'PERCENT'))
  }
  function take(priceModifier: number, text: string): void {
    onChange({ priceModifier, priceModifierType: isPercent(text) ? 'PERCENT' : 'ABSOLUTE' }, { [path]: null })
  }
  function change(text: string): void {
    setTyped(text)
    const reading = readPriceChange(text, words.profile)
    if (reading.kind === 'value') take(reading.value, text)
    else texts.set(path, text)
  }

  return (
    <div data-field={path}>
      <TextInput
        aria-label={label}
        value={unparsed ?? (typed !== null && isStill(typed, value) ? typed : write(value))}
        placeholder="No change"
        error={texts.problemAt(path)}
        readOnly={readOnly}
        autoComplete="off"
        classNames={{ input: 'tabular' }}
        onChange={(event) => change(event.target.value)}
        onBlur={() => setTyped(null)}
      />
      {unparsed !== undefined && !readOnly && (
        <NumberChoice
          label={label}
          readings={readingsToChoose(readPriceChange(unparsed, words.profile))}
          write={(priceModifier) => write({ ...typeOf(unparsed), priceModifier })}
          onChoose={(chosen) => {
            setTyped(null)
            take(chosen, unparsed)
          }}
        />
      )}
    </div>
  )
}

const typeOf = (typed: string) => ({ priceModifierType: isPercent(typed) ? 'PERCENT' : 'ABSOLUTE' })
