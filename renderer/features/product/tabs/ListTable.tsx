import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import { fieldsOfList, productLists, type ProductList } from '../../../../electron/shared/fields/product-lists'
import { useFormState } from '../form-state'
import classes from '../product.module.css'

type Props<Entry> = {
  list: ProductList
  entries: Entry[]
  maw?: number
  /** A column of its own behind those of the fields. */
  more?: { title: string; draw: (entry: Entry) => ReactNode }
}

/** What the store has in a list of the product, each field in the words of its kind. */
export function ListTable<Entry extends object>({ list, entries, maw, more }: Props<Entry>) {
  const words = useFormState()
  const fields = fieldsOfList(list)
  const { key } = productLists[list]
  return (
    <div className={classes.tableWrap}>
      <Table maw={maw}>
        <Table.Thead>
          <Table.Tr>
            {fields.map(([name, { column }]) => (
              <Table.Th key={name} ta={column.align}>
                {column.title}
              </Table.Th>
            ))}
            {more && <Table.Th>{more.title}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => {
            const values = new Map<string, unknown>(Object.entries(entry))
            return (
              <Table.Tr key={String(values.get(key))}>
                {fields.map(([name, { kind, column }]) => (
                  <Table.Td key={name} ta={column.align} className={column.align === 'right' ? 'tabular' : undefined}>
                    {kind.shown(values.get(name), words)}
                  </Table.Td>
                ))}
                {more && <Table.Td>{more.draw(entry)}</Table.Td>}
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </div>
  )
}
