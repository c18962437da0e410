import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import type { ComponentType, KeyboardEvent, ReactNode } from 'react'
import type { Entry, List } from '../../../electron/shared/fields/kind'
import { readPlain } from '../../../electron/shared/fields/plain-field'
import { twinOf } from '../../../electron/shared/fields/translated-fields'
import type { Texts } from '../../../electron/shared/fields/translations'
import type { ControlProps, PropsOf, TextsSet } from './control'
import { leaveBox } from './fresh-line'
import { TranslatedBox } from './languages/TranslatedBox'
import classes from './list-control.module.css'

type Shared = Pick<PropsOf<'list'>, 'path' | 'value' | 'words' | 'texts' | 'readOnly' | 'isInPopover'>
type Props = Shared & {
  Control: ComponentType<ControlProps>
  list: List
  entry: Entry
  savedEntry: Entry
  index: number
  onEntry: (entry: Entry, typed?: TextsSet) => void
  onKeyDown: (event: KeyboardEvent) => void
  /** Undefined: their order means nothing. */
  onMove: ((by: 1 | -1) => void) | undefined
  onRemove: () => void
}

/** What a text says in other languages stands under it. */
export const columnsOf = ({ fields }: List) =>
  Object.entries(fields).filter(([, { kind }]) => kind.name !== 'translations')

/** One entry of a list. */
export function ListLine({ Control, path, value, list, entry, savedEntry, index, ...props }: Props) {
  const { words, texts, readOnly, isInPopover, onEntry, onMove, onRemove } = props
  const line = index + 1
  return (
    <tr onKeyDown={props.onKeyDown} onBlur={leaveBox} data-line>
      {columnsOf(list).map(([name, field]) => {
        const at = `${path}.${index}.${name}`
        const twin = twinOf(name)
        const error = texts.problemAt(at)
        return (
          <td
            key={name}
            data-field={at}
            data-kind={field.kind.name}
            style={{ maxWidth: widthOf(field.kind.column.width) }}
          >
            <Control
              path={at}
              label={`${field.label}, line ${line}`}
              isLabelHidden
              kind={field.kind}
              value={readPlain(entry, name, field)}
              saved={readPlain(savedEntry, name, field)}
              {...{ words, texts, readOnly }}
              {...(isInPopover && { isInPopover })}
              {...(error !== undefined && { error })}
              onChange={(next, typed) => onEntry({ ...entry, [name]: next }, typed)}
            />
            {list.fields[twin] && (
              <TranslatedBox
                path={`${path}.${index}.${twin}`}
                label={`${field.label}, line ${line}`}
                // The field of a text's translations holds them by their languages.
                texts={readPlain(entry, twin, list.fields[twin]) as Texts}
                onTexts={(next) => onEntry({ ...entry, [twin]: next })}
                {...{ words, readOnly }}
              />
            )}
          </td>
        )
      })}
      {!readOnly && (
        <td className={classes.actions}>
          {onMove && (
            <>
              <Action label={`Move line ${line} up`} disabled={index === 0} onClick={() => onMove(-1)}>
                <IconArrowUp size={14} />
              </Action>
              <Action label={`Move line ${line} down`} disabled={line === value.length} onClick={() => onMove(1)}>
                <IconArrowDown size={14} />
              </Action>
            </>
          )}
          <Action label={`Remove line ${line}`} onClick={onRemove}>
            <IconX size={14} />
          </Action>
        </td>
      )}
    </tr>
  )
}

/** A box needs some more than its text. */
const widthOf = (width: number | 'rest') => (width === 'rest' ? 240 : width + 32)

type ActionProps = { label: string; disabled?: boolean; onClick: () => void; children: ReactNode }

function Action({ label, children, ...props }: ActionProps) {
  return (
    <ActionIcon className={classes.action} size="sm" variant="subtle" color="gray" aria-label={label} {...props}>
      {children}
    </ActionIcon>
  )
}
