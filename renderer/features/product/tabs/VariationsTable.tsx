import { Table } from '@mantine/core'
import { fieldOf, type ProductField } from '../../../../electron/shared/fields/product-fields'
import { shownField } from '../../../../electron/shared/fields/shown'
import type { OwnValues } from '../../../../electron/shared/fields/own-fields'
import type { ReadOnlyParts } from '../../../../electron/shared/product'
import { useFormState } from '../form-state'
import classes from '../product.module.css'
import { Section } from '../../../components/Section'
import { VariationPicture } from './VariationPicture'

/** Of what a variation may have of its own. */
const shown: ProductField[] = ['sku', 'price', 'quantity']

type Props = Pick<ReadOnlyParts, 'variations'>

export function VariationsTable({ variations }: Props) {
  const names = [...new Set(variations.flatMap(({ options }) => options.map(({ name }) => name)))]
  return (
    <Section title={`Variations (${variations.length})`}>
      <div className={classes.tableWrap}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={88}>Picture</Table.Th>
              {names.map((name) => (
                <Table.Th key={name}>{name}</Table.Th>
              ))}
              {shown.map((field) => (
                <Table.Th key={field} ta={fieldOf(field).column.align}>
                  {fieldOf(field).label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {variations.map((variation) => (
              <Table.Tr key={variation.id}>
                <Table.Td py={4}>
                  <VariationPicture variation={variation} />
                </Table.Td>
                {names.map((name) => (
                  <Table.Td key={name}>
                    {variation.options.find((option) => option.name === name)?.value ?? ''}
                  </Table.Td>
                ))}
                {shown.map((field) => (
                  <Table.Td key={field} ta={fieldOf(field).column.align} className="tabular">
                    <Own field={field} own={variation.own} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Section>
  )
}

/** What the variation has itself, or that its product's counts. */
function Own({ field, own }: { field: ProductField; own: OwnValues }) {
  const words = useFormState()
  if (field === 'quantity' && own.unlimited) return 'Unlimited'
  const value = own[field]
  return value === undefined ? <span className={classes.quiet}>as product</span> : shownField(field, value, words)
}
