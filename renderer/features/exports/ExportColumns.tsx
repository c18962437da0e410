import { Radio, Stack } from '@mantine/core'
import { useMemo } from 'react'
import { chosenColumns } from '../../../electron/shared/product-table/chosen-columns'
import { cellWords } from '../../../electron/shared/product-table/written-cell'
import { useStoreWords } from '../../stores/store-words'
import { columnsHint } from './export-words'

type Props = {
  titles: readonly string[]
  /** Whose they are; null: the sheet of all products. */
  view: string | null
  ofSheet: boolean
  onChoose: (ofSheet: boolean) => void
}

/** The columns that the sheet shows, or all. */
export function ExportColumns({ titles, view, ofSheet, onChoose }: Props) {
  return (
    <Radio.Group label="Columns" value={ofSheet ? 'sheet' : 'all'} onChange={(value) => onChoose(value === 'sheet')}>
      <Stack gap={8} mt={6}>
        <Radio
          value="sheet"
          label={view === null ? 'Those of the sheet' : `Those of “${view}”`}
          description={columnsHint(titles)}
        />
        <Radio value="all" label="All that are not empty" />
      </Stack>
    </Radio.Group>
  )
}

/** What the columns of a sheet are called in a table, by their paths. */
export function useSheetTitles(columns: readonly string[] | null): string[] {
  const words = useStoreWords()
  return useMemo(
    () => chosenColumns(columns ?? [], cellWords(words).attributes).map(({ title }) => title),
    [columns, words],
  )
}
