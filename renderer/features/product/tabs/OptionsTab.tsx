import { Table } from '@mantine/core'
import type { ReadOnlyParts } from '../../../../electron/shared/product'
import { countStyle, formatMoney } from '../../../../electron/shared/numbers/money'
import { everyDecimal, formatDecimal, formatNumber } from '../../../../electron/shared/numbers/numbers'
import { useProductStore } from '../../../stores/product-store'
import { useFormState } from '../form-state'
import classes from '../product.module.css'
import { Section } from '../Section'
import { VariationsTable } from './VariationsTable'

const optionTypes: Record<string, string> = {
  SELECT: 'Drop-down list',
  RADIO: 'Radio buttons',
  SIZE: 'Size buttons',
  SWATCHES: 'Swatches',
  CHECKBOX: 'Checkboxes',
  TEXTFIELD: 'Text field',
  TEXTAREA: 'Text area',
  DATE: 'Date',
  FILES: 'File upload',
}

/** What Stockroom shows and does not change yet; every save leaves it as it is. */
export function OptionsTab() {
  const parts = useProductStore(({ open }) => open?.detail?.readOnly)
  if (!parts || isEmpty(parts)) {
    return (
      <div className={classes.message}>
        This product has no options, variations, wholesale prices or files. They are made in Ecwid’s control panel.
      </div>
    )
  }
  return (
    <div className={classes.column}>
      <p className={classes.quiet}>
        Shown as the store has them. They are edited in Ecwid’s control panel; saving here keeps them. Pictures of
        variations are changed here: press one, or drop one on it.
      </p>
      {parts.options.length > 0 && <Options options={parts.options} />}
      {parts.variations.length > 0 && <VariationsTable variations={parts.variations} />}
      {parts.wholesalePrices.length > 0 && <WholesalePrices prices={parts.wholesalePrices} />}
      {parts.files.length > 0 && <Files files={parts.files} />}
      <Related count={parts.relatedProductCount} videos={parts.videoCount} />
    </div>
  )
}

function isEmpty({ options, variations, wholesalePrices, files, relatedProductCount, videoCount }: ReadOnlyParts) {
  const lists = [options, variations, wholesalePrices, files]
  return lists.every((list) => list.length === 0) && relatedProductCount === 0 && videoCount === 0
}

function Options({ options }: Pick<ReadOnlyParts, 'options'>) {
  const { profile } = useFormState()
  const modifier = (value: number, type: string) => {
    if (value === 0) return ''
    const amount =
      type === 'PERCENT'
        ? `${formatDecimal(Math.abs(value), { fewest: 0, most: everyDecimal }, countStyle(profile))} %`
        : formatMoney(Math.abs(value), profile)
    return ` (${value < 0 ? '−' : '+'}${amount})`
  }
  return (
    <Section title="Options">
      <div className={classes.tableWrap}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Option</Table.Th>
              <Table.Th>Shown as</Table.Th>
              <Table.Th>Choices</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {options.map(({ name, type, required, choices }) => (
              <Table.Tr key={name}>
                <Table.Td>
                  {name}
                  {required && <span className={classes.quiet}> required</span>}
                </Table.Td>
                <Table.Td>{optionTypes[type] ?? type}</Table.Td>
                <Table.Td>
                  {choices
                    .map(
                      ({ text, priceModifier, priceModifierType }) => text + modifier(priceModifier, priceModifierType),
                    )
                    .join(', ') || '–'}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Section>
  )
}

function WholesalePrices({ prices }: { prices: ReadOnlyParts['wholesalePrices'] }) {
  const { profile } = useFormState()
  return (
    <Section title="Wholesale prices">
      <Table maw={360}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>From quantity</Table.Th>
            <Table.Th ta="right">Price each</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {prices.map(({ quantity, price }) => (
            <Table.Tr key={quantity}>
              <Table.Td>{formatNumber(quantity, countStyle(profile))}</Table.Td>
              <Table.Td ta="right" className="tabular">
                {formatMoney(price, profile)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}

function Files({ files }: Pick<ReadOnlyParts, 'files'>) {
  return (
    <Section title="Files for buyers">
      <Table maw={480}>
        <Table.Tbody>
          {files.map(({ name, size }) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              <Table.Td ta="right" className="tabular">
                {formatNumber(Math.max(1, Math.round(size / 1024)))} KB
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}

function Related({ count, videos }: { count: number; videos: number }) {
  const parts = [
    count > 0 && `${count} related ${count === 1 ? 'product' : 'products'}`,
    videos > 0 && `${videos} ${videos === 1 ? 'video' : 'videos'}`,
  ].filter(Boolean)
  return parts.length > 0 ? <p className={classes.quiet}>Also in the store: {parts.join(' and ')}.</p> : null
}
