import { SegmentedControl, Stack, Text } from '@mantine/core'
import { importWhats, type ImportMatched, type ImportWhat } from '../../../electron/shared/import'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { whatChoices, withoutSkuText } from './import-words'

type Props = { matched: ImportMatched; value: ImportWhat; onValue: (what: ImportWhat) => void }

/** Some rows are of products that are not here: whether they become new ones. */
export function WhatHappens({ matched, value, onValue }: Props) {
  return (
    <Stack gap={6}>
      <Text>
        {matched.added === 1
          ? '1 row has no product here. It can be added as a new product.'
          : `${formatNumber(matched.added)} rows have no product here. They can be added as new products.`}
      </Text>
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
