import { Select } from '@mantine/core'
import { importKeys, type ImportKey } from '../../../electron/shared/product-table/import-keys'
import { setKey } from '../../stores/imports-store'

const names: Record<ImportKey, string> = { id: 'Ecwid ID', sku: 'SKU', upc: 'UPC', name: 'Name' }

type Props = { keys: readonly ImportKey[]; value: ImportKey | undefined; isBusy: boolean }

/** What the product of each row is found by. */
export function MatchedBy({ keys, value, isBusy }: Props) {
  const [first] = keys
  if (!first) return null
  const label = (key: ImportKey) => (key === 'id' && keys.includes('sku') ? 'Ecwid ID, or else SKU' : names[key])
  return (
    <Select
      label="Rows are matched by"
      w={190}
      data={keys.map((key) => ({ value: key, label: label(key) }))}
      value={value && keys.includes(value) ? value : first}
      allowDeselect={false}
      disabled={isBusy}
      onChange={(key) => setKey(importKeys.find((each) => each === key))}
    />
  )
}
