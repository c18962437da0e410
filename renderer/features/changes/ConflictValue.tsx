import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { ConflictView } from '../../../electron/shared/change'
import type { ErrorInfo } from '../../../electron/shared/errors'
import type { Kind } from '../../../electron/shared/fields/kind'
import { describedField } from '../../../electron/shared/fields/thing-fields'
import { textsWithin, type TypedTexts } from '../../components/controls/control'
import { ControlProblem } from '../../components/controls/ControlProblem'
import type { Description } from '../../components/description-slot'
import { ControlOf } from '../../components/controls/ControlOf'
import { unreadSentence } from '../../format/number-question'
import { Popover } from '../../overlays/Popover'
import { useStoreWords } from '../../stores/store-words'
import { decideValue } from './conflict-actions'

const label = 'Another value'

type Props = {
  connectionId: string
  conflict: ConflictView
  description: Description
}

/** A third value, for whatever is a value: a field of a thing, or of an entry in one of its lists. */
export function ConflictValue(props: Props) {
  const { field } = props.conflict
  const described = describedField(props.conflict)
  return described && field !== null ? <Third {...props} path={field} value={described} /> : null
}

function Third({
  connectionId,
  conflict,
  description,
  path,
  value: { kind, empty },
}: Props & { path: string; value: Start }) {
  const words = useStoreWords()
  const mine = kind.schema.safeParse(conflict.mine).data ?? empty
  const [opened, setOpened] = useState(false)
  const [value, setValue] = useState<unknown>(mine)
  const [unread, setUnread] = useState<Record<string, string>>({})
  const [isAsked, setIsAsked] = useState(false)
  const [refusal, setRefusal] = useState<ErrorInfo | null>(null)

  const isHtml = kind.name === 'html'
  const of = conflict.thing === 'category' ? 'category' : 'product'

  /** Anew each time: what was begun and closed is not half there the next. */
  function toggle(next: boolean): void {
    setValue(mine)
    setUnread({})
    setIsAsked(false)
    setRefusal(null)
    setOpened(next)
  }

  // What is wrong with a part stands at it.
  const atParts = Object.keys(refusal?.fields ?? {}).some((at) => at !== path)
  const problemAt = (at: string) => {
    const typed = unread[at]
    if (isAsked && typed !== undefined) return unreadSentence(at, typed, words.profile)
    return at === path ? undefined : refusal?.fields?.[at]
  }
  const texts: TypedTexts = {
    at: (at) => unread[at],
    set: (at, typed) => {
      setIsAsked(false)
      setUnread(({ [at]: _old, ...others }) => (typed === null ? others : { ...others, [at]: typed }))
    },
    problemAt,
    isWrong: (at) => Object.keys(unread).some((typed) => typed.startsWith(at) && problemAt(typed) !== undefined),
    within: (at) => textsWithin(unread, at),
  }

  async function submit(): Promise<void> {
    setIsAsked(true)
    if (Object.keys(unread).length > 0) return
    const refused = await decideValue(connectionId, conflict.id, value)
    setRefusal(refused)
    if (refused === null) toggle(false)
  }

  return (
    <Popover
      opened={opened}
      onChange={toggle}
      position="bottom-end"
      trapFocus
      // The panels of the editor, such as that of a link, lie outside of it.
      closeOnClickOutside={!isHtml}
      width={isHtml ? 620 : kind.list ? 480 : 320}
      withinPortal
    >
      <Popover.Target>
        <Button size="compact-sm" variant="default" onClick={() => toggle(!opened)}>
          Other…
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void submit()
          }}
        >
          {isHtml ? (
            <>
              {description({ connectionId, of, label, value: String(value), readOnly: false, onChange: setValue })}
              <ControlProblem error={refusal?.message} />
            </>
          ) : (
            <ControlOf
              {...{ path, label, kind, value, words, texts }}
              saved={mine}
              readOnly={false}
              isInPopover
              error={atParts ? undefined : refusal?.message}
              onChange={(next, typed = {}) => {
                setRefusal(null)
                setValue(next)
                for (const [at, text] of Object.entries(typed)) texts.set(at, text)
              }}
            />
          )}
          <Group justify="flex-end" gap="xs" mt="sm">
            <Button size="compact-sm" type="submit">
              Take this
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

type Start = { kind: Kind; empty: unknown }
