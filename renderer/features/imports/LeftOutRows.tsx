import { Button, Group, Stack, Text } from '@mantine/core'
import type { ImportMatched } from '../../../electron/shared/import'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { Status } from '../../components/Status'
import { askImport, closeImport, showImportReview } from '../../stores/imports-store'
import { leftOutText } from './import-words'
import classes from './imports.module.css'

/** Rows that are about no product that is known here, each with why. */
export function LeftOutRows({ matched }: { matched: ImportMatched }) {
  const { first, unmatched, proposal } = matched
  return (
    <Stack gap="md">
      <output>
        <Status tone="warning">{leftOutText(matched)}</Status>
      </output>
      <ul className={classes.rows} aria-label="Rows left out">
        {first.map(({ row, why }) => (
          <li key={row}>
            <span className="tabular">Row {row}</span> {why}
          </li>
        ))}
      </ul>
      {unmatched > first.length && <Text c="dimmed">And {formatNumber(unmatched - first.length)} more.</Text>}
      <Group justify="flex-end" gap="xs">
        <Button variant="subtle" onClick={askImport}>
          Another file
        </Button>
        <Button variant="default" onClick={closeImport}>
          Close
        </Button>
        {proposal && <Button onClick={showImportReview}>Open the review</Button>}
      </Group>
    </Stack>
  )
}
