import { Checkbox, Group, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReplaceRule } from '../../../electron/shared/find-rule'
import { replaceRuleSchema } from '../../../electron/shared/find-rule'
import { labelOf } from '../../../electron/shared/fields/shown'
import { SearchMultiSelect } from '../../components/SearchSelect'
import type { PanelProps } from './AskBulk'
import { Hits } from './Hits'
import { useAskedAction } from './use-asked-action'

type Field = ReplaceRule['fields'][number]
const searched = replaceRuleSchema.shape.fields.element.options
const fieldsData = searched.map((field) => ({ value: field, label: labelOf(field) }))
const atFirst: Field[] = ['name', 'subtitle', 'description']
const isSearched = (name: string): name is Field => searched.some((field) => field === name)

/** A text that is found and another in its place. */
export function ReplacePanel({ connectionId, selection, onAction }: PanelProps) {
  const [kind, setKind] = useState<'plain' | 'pattern'>('plain')
  const [text, setText] = useState('')
  const [replacement, setReplacement] = useState('')
  const [fields, setFields] = useState(atFirst)
  const [words, setWords] = useState(false)
  const [matchCase, setMatchCase] = useState(false)
  const [except, setExcept] = useState<ReadonlySet<string>>(new Set())
  const rule = ruleOf({ kind, text, replacement, fields, words, matchCase })
  const action = rule && { kind: 'replace' as const, rule: { ...rule, except: [...except] } }
  useAskedAction(action, onAction)
  return (
    <Stack gap="sm">
      <TextInput label="Find" value={text} data-autofocus onChange={(event) => setText(event.currentTarget.value)} />
      <TextInput
        label="Replace with"
        value={replacement}
        placeholder={replacement === '' ? 'Nothing: it is taken out' : undefined}
        description={kind === 'pattern' ? '$1 is what the first brackets found.' : undefined}
        onChange={(event) => setReplacement(event.currentTarget.value)}
      />
      <Group gap="md">
        <SegmentedControl
          aria-label="What is found"
          value={kind}
          onChange={(next) => setKind(next === 'pattern' ? 'pattern' : 'plain')}
          data={[
            { value: 'plain', label: 'Text' },
            { value: 'pattern', label: 'Pattern' },
          ]}
        />
        <Checkbox label="Whole words" checked={words} onChange={(event) => setWords(event.currentTarget.checked)} />
        <Checkbox
          label="Match case"
          checked={matchCase}
          onChange={(event) => setMatchCase(event.currentTarget.checked)}
        />
      </Group>
      <SearchMultiSelect
        label="In"
        data={fieldsData}
        value={fields}
        onChange={(names) => setFields(names.filter(isSearched))}
      />
      {rule && (
        <Hits connectionId={connectionId} selection={selection} rule={rule} except={except} onExcept={setExcept} />
      )}
    </Stack>
  )
}

type Typed = Pick<ReplaceRule, 'replacement' | 'fields'> & {
  kind: 'plain' | 'pattern'
  text: string
  words: boolean
  matchCase: boolean
}

/** Null: nothing is looked for. */
function ruleOf({ kind, text, replacement, fields, words, matchCase }: Typed): ReplaceRule | null {
  if (text === '' || fields.length === 0) return null
  const find =
    kind === 'plain'
      ? { kind, text, words, matchCase, matchAccents: matchCase }
      : { kind, pattern: text, words, matchCase }
  return { find, replacement, fields, variations: true, except: [] }
}
