import { ActionIcon, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { choices, readChoice } from '../../../../electron/shared/fields/option-kind'
import type { Entry } from '../../../../electron/shared/fields/kind'
import { isEnter } from '../../keys'
import type { PropsOf, TextsSet } from '../control'
import { ColoursControl } from './ColoursControl'
import { renamed } from './option-edits'
import classes from './options.module.css'
import { PriceChangeBox } from './PriceChangeBox'
import { SwatchPictureBox } from './SwatchPictureBox'
import { TranslatedBox } from '../languages/TranslatedBox'
import { Handle, stepByKey, useSortableLine } from './SortableLines'

type Shared = Pick<PropsOf<'options'>, 'words' | 'texts' | 'readOnly' | 'isInPopover'>
type Props = Shared & {
  id: string
  path: string
  choice: Entry
  saved: readonly Entry[]
  line: number
  hasColours: boolean
  onChoice: (choice: Entry, typed?: TextsSet) => void
  onNext: () => void
  onStep: (by: 1 | -1, from: 'handle' | 'box') => void
  onRemove: () => void
}

/** One choice: what it is called, what it costs more or less, and the colours and the picture of its swatch. */
export function ChoiceLine({ id, path, choice, saved, line, hasColours, onChoice, onNext, onStep, ...props }: Props) {
  const { words, texts, readOnly } = props
  const { line: sortable, handle } = useSortableLine(id)
  const { text, textTranslated, hexCodes, picture, ...price } = readChoice(choice)
  const named = text.trim() || `choice ${line}`
  const setText = (to: string) => onChoice(renamed(choices.list, choice, to, saved))

  function onKeyDown(event: KeyboardEvent): void {
    if (readOnly || stepByKey(event, (by) => onStep(by, 'box'))) return
    if (!isEnter(event) || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onNext()
  }

  return (
    <li className={classes.choice} data-line data-colours={hasColours} {...sortable}>
      {!readOnly && <Handle {...handle} name={named} onStep={(by) => onStep(by, 'handle')} />}
      <div data-field={`${path}.text`} className={classes.text}>
        <TextInput
          aria-label={`Choice ${line}`}
          value={text}
          error={texts.problemAt(`${path}.text`)}
          readOnly={readOnly}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
          onBlur={() => text !== text.trim() && setText(text.trim())}
          onKeyDown={onKeyDown}
        />
        <TranslatedBox
          {...{ words, readOnly }}
          path={`${path}.textTranslated`}
          label={`Choice ${line}`}
          texts={textTranslated}
          onTexts={(texts) => onChoice({ ...choice, textTranslated: texts })}
        />
      </div>
      <PriceChangeBox
        {...{ words, texts, readOnly }}
        path={`${path}.priceModifier`}
        label={`Price change of ${named}`}
        value={price}
        onChange={(change, typed) => onChoice({ ...choice, ...change }, typed)}
      />
      {hasColours && (
        <ColoursControl
          {...props}
          path={`${path}.hexCodes`}
          label={`Colour of ${named}`}
          kind={choices.list.fields.hexCodes.kind}
          value={hexCodes}
          saved={hexCodes}
          onChange={(codes) => onChoice({ ...choice, hexCodes: codes })}
        />
      )}
      {hasColours && (
        <div data-field={`${path}.picture`}>
          <SwatchPictureBox
            label={`Picture of ${named}`}
            value={picture}
            readOnly={readOnly}
            {...(props.isInPopover && { isInPopover: true })}
            onChange={(next) => onChoice({ ...choice, picture: next })}
          />
        </div>
      )}
      {!readOnly && (
        <ActionIcon
          className={classes.remove}
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={`Remove ${named}`}
          onClick={props.onRemove}
        >
          <IconX size={14} />
        </ActionIcon>
      )}
    </li>
  )
}
