import { ActionIcon, Checkbox, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useId, useState } from 'react'
import {
  chosenOf,
  hasChoices,
  optionsKind,
  optionTypes,
  picksOne,
  readChoice,
  readOption,
} from '../../../../electron/shared/fields/option-kind'
import type { Entry } from '../../../../electron/shared/fields/kind'
import { entriesOf } from '../../../../electron/shared/fields/list-kind'
import { Chevron } from '../../Chevron'
import type { PropsOf, TextsSet } from '../control'
import { leaveBox } from '../fresh-line'
import { withoutTexts } from '../moved-texts'
import { ChoiceLines } from './ChoiceLines'
import { renamed, savedOf, withChoices } from './option-edits'
import classes from './options.module.css'
import { TranslatedBox } from '../languages/TranslatedBox'
import { Handle, stepByKey, useSortableLine } from './SortableLines'

type Shared = Pick<PropsOf<'options'>, 'words' | 'texts' | 'readOnly' | 'isInPopover'>
type Props = Shared & {
  id: string
  path: string
  option: Entry
  saved: readonly Entry[]
  line: number
  isOpen: boolean
  onToggle: () => void
  onOption: (option: Entry, typed?: TextsSet) => void
  onStep: (by: 1 | -1, from: 'handle' | 'box') => void
  onRemove: () => void
  onSpoken: (text: string) => void
}

/** One option. Folded it is one line that says what it is. */
export function OptionCard(props: Props) {
  const { id, path, option, line, isOpen, readOnly, words, texts, onStep, onOption } = props
  const { line: sortable, handle } = useSortableLine(id)
  const { name } = readOption(option)
  const named = name.trim() || `option ${line}`
  const body = useId()
  const setName = (to: string) => onOption(renamed(optionsKind.list, option, to, props.saved))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it hears which of its boxes was left
    <li className={classes.option} data-line data-option onBlur={leaveBox} {...sortable}>
      <div className={classes.head}>
        {!readOnly && <Handle {...handle} name={named} onStep={(by) => onStep(by, 'handle')} />}
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={`${isOpen ? 'Fold' : 'Open'} ${named}`}
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={props.onToggle}
        >
          <Chevron isOpen={isOpen} />
        </ActionIcon>
        {isOpen ? (
          <>
            <div data-field={`${path}.name`} className={classes.name}>
              <TextInput
                aria-label={`Name of option ${line}`}
                placeholder="Size, colour, engraving"
                value={name}
                error={texts.problemAt(`${path}.name`)}
                readOnly={readOnly}
                autoComplete="off"
                onChange={(event) => setName(event.target.value)}
                onBlur={() => name !== name.trim() && setName(name.trim())}
                onKeyDown={(event) => !readOnly && stepByKey(event, (by) => onStep(by, 'box'))}
              />
              <TranslatedBox
                {...{ words, readOnly }}
                path={`${path}.nameTranslated`}
                label={`Name of option ${line}`}
                texts={readOption(option).nameTranslated}
                onTexts={(nameTranslated) => onOption({ ...option, nameTranslated })}
              />
            </div>
            <TypeSelect {...props} />
          </>
        ) : (
          <button type="button" className={classes.folded} tabIndex={-1} onClick={props.onToggle}>
            <span className={classes.foldedName}>{name || 'No name yet'}</span>
            <span className={classes.foldedText}>{optionsKind.list.shown(option, words)}</span>
          </button>
        )}
        {!readOnly && (
          <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`Remove ${named}`} onClick={props.onRemove}>
            <IconX size={14} />
          </ActionIcon>
        )}
      </div>
      <div id={body} hidden={!isOpen}>
        {isOpen && <OptionBody {...props} named={named} />}
      </div>
    </li>
  )
}

type Kept = { choices: readonly Entry[]; texts: TextsSet }

function TypeSelect({ path, option, line, texts, readOnly, isInPopover, onOption }: Props) {
  const { type, choices } = readOption(option)
  // Looked at as something that is filled in, it is not without its choices when it is made one of choices again.
  const [kept, setKept] = useState<Kept>({ choices: [], texts: {} })
  const data = Object.entries(type in optionTypes ? optionTypes : { ...optionTypes, [type]: type })

  function choose(next: string): void {
    const within = `${path}.choices`
    const now = choices.length > 0 ? { choices, texts: texts.within(within) } : kept
    setKept(now)
    // What is half typed into a choice has no box without it.
    if (hasChoices(next)) onOption({ ...option, type: next, choices: now.choices }, now.texts)
    else onOption({ ...option, type: next, choices: [] }, withoutTexts(texts, within))
  }

  return (
    <Select
      className={classes.type}
      aria-label={`How option ${line} is shown`}
      data-field={`${path}.type`}
      data={data.map(([value, label]) => ({ value, label }))}
      value={type}
      readOnly={readOnly}
      allowDeselect={false}
      comboboxProps={{ withinPortal: !isInPopover }}
      onChange={(next) => next !== null && choose(next)}
    />
  )
}

function OptionBody({ named, ...props }: Props & { named: string }) {
  const { path, option, saved, texts, readOnly, isInPopover, onOption } = props
  const { type, choices, required, useImageAsSwatchSelector } = readOption(option)
  const set = (edited: Entry, typed?: TextsSet) => onOption({ ...option, ...edited }, typed)
  const savedOption = savedOf(optionsKind.list, saved, option)
  return (
    <div className={classes.body}>
      {hasChoices(type) && (
        <ChoiceLines
          {...props}
          path={`${path}.choices`}
          name={named}
          choices={choices}
          saved={entriesOf(savedOption?.['choices'])}
          hasColours={type === 'SWATCHES'}
          error={texts.problemAt(`${path}.choices`)}
          onChoices={(edited, typed) => onOption(withChoices(option, edited, savedOption), typed)}
        />
      )}
      <div className={classes.settings}>
        <Checkbox
          label="Required"
          checked={required}
          disabled={readOnly}
          onChange={({ currentTarget }) => set({ required: currentTarget.checked })}
        />
        {type === 'SWATCHES' && (
          <Checkbox
            label="Show product pictures as swatches"
            checked={useImageAsSwatchSelector}
            disabled={readOnly}
            onChange={({ currentTarget }) => set({ useImageAsSwatchSelector: currentTarget.checked })}
          />
        )}
        {picksOne(type) && choices.length > 0 && (
          <Select
            label="Chosen first"
            className={classes.first}
            data={[{ value: '', label: 'None' }, ...choicesToPick(choices)]}
            value={firstOf(option)}
            readOnly={readOnly}
            allowDeselect={false}
            comboboxProps={{ withinPortal: !isInPopover }}
            onChange={(next) => set({ defaultChoice: next ?? '' })}
          />
        )}
      </div>
    </div>
  )
}

/** A new option begins with its first choice, as the store sees it. */
function firstOf(option: Entry): string {
  const { choices } = readOption(option)
  const isUnsaid = option['defaultChoice'] === undefined
  return (isUnsaid ? choices[0] && readChoice(choices[0]).text : chosenOf(readOption(option))) ?? ''
}

/** A list to choose from takes each name once. */
function choicesToPick(choices: readonly Entry[]): { value: string; label: string }[] {
  const names = new Set(choices.map((choice) => readChoice(choice).text).filter(Boolean))
  return [...names].map((text) => ({ value: text, label: text }))
}
