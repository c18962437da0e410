import { Table } from '@mantine/core'
import type { ReadOnlyParts } from '../../../../electron/shared/product'
import { countStyle, formatMoney } from '../../../../electron/shared/numbers/money'
import { formatNumber } from '../../../../electron/shared/numbers/numbers'
import { useFormState } from '../form-state'
import classes from '../product.module.css'
import { Section } from '../Section'
import { VariationPicture } from './VariationPicture'

type Props = Pick<ReadOnlyParts, 'variations'>

export function VariationsTable({ variations }: Props) {
  const { profile } = useFormState()
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
              <Table.Th>SKU</Table.Th>
              <Table.Th ta="right">Price</Table.Th>
              <Table.Th ta="right">In stock</Table.Th>
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
                <Table.Td>{variation.sku || <Same />}</Table.Td>
                <Table.Td ta="right" className="tabular">
                  {variation.price === null ? <Same /> : formatMoney(variation.price, profile)}
                </Table.Td>
                <Table.Td ta="right" className="tabular">
                  {variation.unlimited ? (
                    'Unlimited'
                  ) : variation.quantity === null ? (
                    <Same />
                  ) : (
                    formatNumber(variation.quantity, countStyle(profile))
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Section>
  )
}

/** The variation has no value of its own: the product's counts. */
function Same() {
  return <span className={classes.quiet}>as product</span>
}
