import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { longestAttribute } from '../../../electron/shared/limits'
import type { PanelProps } from './AskBulk'
import { FieldWays } from './FieldWays'
import { useAskedAction } from './use-asked-action'

/** One attribute of whichever types have one of that name. */
export function AttributeValue({ name, onAction }: Pick<PanelProps, 'onAction'> & { name: string }) {
  const [way, setWay] = useState<'set' | 'empty'>('set')
  const [value, setValue] = useState('')
  const text = way === 'empty' ? '' : value.trim()
  useAskedAction(way === 'set' && text === '' ? null : { kind: 'set-attribute', name, value: text }, onAction)
  return (
    <>
      <FieldWays ways={['set', 'empty']} way={way} onChange={setWay} />
      {way === 'set' && (
        <TextInput
          label={name}
          value={value}
          maxLength={longestAttribute}
          onChange={(event) => setValue(event.target.value)}
        />
      )}
      <Text fz="xs" c="dimmed">
        {way === 'set'
          ? 'What it says in other languages and in variations stays. Products whose type has no such attribute are left out.'
          : 'Products without it stay as they are.'}
      </Text>
    </>
  )
}
