import { SegmentedControl, Text } from '@mantine/core'
import { useState } from 'react'
import type { PanelProps } from './AskBulk'
import { useAskedAction } from './use-asked-action'

/** Which pictures of all of them go. */
export function PicturesGo({ onAction }: Pick<PanelProps, 'onAction'>) {
  const [kept, setKept] = useState<'first' | 'none'>('first')
  useAskedAction({ kind: 'remove-pictures', keepsFirst: kept === 'first' }, onAction)
  return (
    <>
      <SegmentedControl
        value={kept}
        onChange={setKept}
        data={[
          { value: 'first', label: 'Remove all but the first' },
          { value: 'none', label: 'Remove all' },
        ]}
        aria-label="Which pictures go"
        style={{ alignSelf: 'flex-start' }}
      />
      <Text fz="xs" c="dimmed">
        Pictures of variations stay. What goes comes back with Undo.
      </Text>
    </>
  )
}
