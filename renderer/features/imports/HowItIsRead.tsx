import { Group, Select } from '@mantine/core'
import { tableEncodings, tableQuotes, tableSeparators } from '../../../electron/shared/table'
import type { ImportLook } from '../../../electron/shared/import'
import { SearchSelect } from '../../components/SearchSelect'
import { lookAgain, useImportsStore } from '../../stores/imports-store'
import { quoteNames, separatorNames } from './import-words'

/** What was found out about a file, to be changed by hand. */
export function HowItIsRead({ look: { shape } }: { look: ImportLook }) {
  const isBusy = useImportsStore((state) => state.isBusy)
  const quotes = useImportsStore((state) => state.importing?.asked.choices.quotes ?? 'heeded')
  const sheets = shape.sheets.map(({ name, isHidden }) => ({
    value: name,
    label: isHidden ? `${name} (hidden)` : name,
  }))
  if (sheets.length < 2 && shape.separator === null) return null
  return (
    <Group gap="md">
      {sheets.length > 1 && (
        <Select
          label="Sheet"
          data={sheets}
          value={shape.sheet}
          allowDeselect={false}
          disabled={isBusy}
          onChange={(sheet) => sheet !== null && void lookAgain({ sheet })}
        />
      )}
      {shape.separator !== null && (
        <Select
          label="Between cells"
          w={160}
          data={tableSeparators.map((value) => ({ value, label: separatorNames[value] }))}
          value={shape.separator}
          allowDeselect={false}
          disabled={isBusy}
          onChange={(next) => {
            const separator = tableSeparators.find((each) => each === next)
            if (separator) void lookAgain({ separator })
          }}
        />
      )}
      {shape.separator !== null && (
        <Select
          label="Quotes"
          w={210}
          data={tableQuotes.map((value) => ({ value, label: quoteNames[value] }))}
          value={quotes}
          allowDeselect={false}
          disabled={isBusy}
          onChange={(next) => {
            const chosen = tableQuotes.find((each) => each === next)
            if (chosen) void lookAgain({ quotes: chosen })
          }}
        />
      )}
      {shape.encoding !== null && (
        <SearchSelect
          label="Encoding"
          w={180}
          data={[...tableEncodings]}
          value={shape.encoding}
          allowDeselect={false}
          disabled={isBusy}
          onChange={(next) => {
            const encoding = tableEncodings.find((each) => each === next)
            if (encoding) void lookAgain({ encoding })
          }}
        />
      )}
    </Group>
  )
}
