import { Table } from '@mantine/core'
import type { List as ListShape } from '../../../../electron/shared/fields/kind'
import { productLists, type EntryOfList, type ProductList } from '../../../../electron/shared/fields/product-lists'
import { useFormState } from '../form-state'
import classes from '../product.module.css'

type Props<List extends ProductList> = { list: List; entries: EntryOfList<List>[]; maw?: number }

/** What the store has in a list of the product, each field in the words of its kind. */
export function ListTable<List extends ProductList>({ list, entries, maw }: Props<List>) {
  const words = useFormState()
  const { fields, key }: ListShape = productLists[list].kind.list
  return (
    <div className={classes.tableWrap}>
      <Table maw={maw}>
        <Table.Thead>
          <Table.Tr>
            {Object.entries(fields).map(([name, { column }]) => (
              <Table.Th key={name} ta={column.align}>
                {column.title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => {
            const values = new Map<string, unknown>(Object.entries(entry))
            return (
              <Table.Tr key={key.map((name) => String(values.get(name))).join(' ')}>
                {Object.entries(fields).map(([name, { kind, column }]) => (
                  <Table.Td key={name} ta={column.align} className={column.align === 'right' ? 'tabular' : undefined}>
                    {kind.shown(values.get(name), words) || '–'}
                  </Table.Td>
                ))}
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </div>
  )
}
