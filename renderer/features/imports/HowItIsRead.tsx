import { Group, Select } from '@mantine/core'
import { tableEncodings, tableSeparators } from '../../../electron/shared/table'
import type { ImportLook } from '../../../electron/shared/import'
import { lookAgain, useImportsStore } from '../../stores/imports-store'
import { separatorNames } from './import-words'

/** What was found out about a file, to be changed by hand. */
export function HowItIsRead({ look: { shape } }: { look: ImportLook }) {
  const isBusy = useImportsStore((state) => state.isBusy)
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
      {shape.encoding !== null && (
        <Select
          label="Encoding"
          w={180}
          data={[...tableEncodings]}
          value={shape.encoding}
          searchable
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
