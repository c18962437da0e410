import { SegmentedControl, Stack, Text } from '@mantine/core'
import { importWhats, type ImportMatched, type ImportWhat } from '../../../electron/shared/import'
import { newText, whatChoices, withoutSkuText } from './import-words'

type Props = { matched: ImportMatched; value: ImportWhat; onValue: (what: ImportWhat) => void }

/** Some rows are of products or variations that are not here: whether they become new ones. */
export function WhatHappens({ matched, value, onValue }: Props) {
  return (
    <Stack gap={6}>
      <Text>{newText(matched)}</Text>
      {matched.withoutSku.count > 0 && <Text c="dimmed">{withoutSkuText(matched.withoutSku)}</Text>}
      <SegmentedControl
        aria-label="What should happen"
        value={value}
        data={whatChoices(matched)}
        onChange={(next) => onValue(importWhats.find((each) => each === next) ?? 'update')}
      />
    </Stack>
  )
}
