/* oxlint-disable jsx-a11y/prefer-tag-over-role -- as in VariationGrid */
import { memo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { StoreWords } from '../../../../electron/shared/fields/kind'
import { fieldOf, newProductFields } from '../../../../electron/shared/fields/product-fields'
import { decimalsOf } from '../../../../electron/shared/price-rule'
import { priceWithChoices } from '../../../../electron/shared/variations/price-with-choices'
import { valuesOf } from '../../../stores/product-edits'
import { useProductStore } from '../../../stores/product-store'
import { ownNow, type OwnEdits, type Variation } from '../../../stores/variation-edits'
import { useFormState } from '../form-state'
import form from '../product.module.css'
import { VariationPicture } from '../tabs/VariationPicture'
import { doubtOf } from './cell-doubts'
import { CellEditor } from './CellEditor'
import { useAtRest } from './grid-pace'
import type { Editor } from './grid-store'
import type { VariationColumn } from '../../../format/variation-column'
import { errorsOfVariation } from './variation-errors'
import classes from './variations.module.css'

export const cellId = (row: number, column: number): string => `variation-cell-${row}-${column}`

type Props = {
  variation: Variation
  row: number
  top: number
  columns: readonly VariationColumn[]
  options: readonly { name: string }[]
  /** Of what is chosen in this row, by columns; -1: nothing. */
  active: number
  left: number
  right: number
  /** Of the box of it that is typed into; null: none is. */
  editor: Editor | null
}

/** One variation. It is drawn when something of it changes, and listens to nothing but what is typed into it: the table does. */
export const VariationRow = memo(function VariationRow(props: Props) {
  const { variation, row, top, columns, options, active, left, right, editor } = props
  const words = useFormState()
  const edits = useProductStore(({ open }) => open?.edits.variations[variation.id])
  const errors = useProductStore(({ open }) => (open ? errorsOfVariation(open.edits, variation, words.profile) : null))
  const doubts = useProductStore(
    useShallow(({ open }) => columns.map((column) => (open ? doubtOf(open, variation, column, words) : null))),
  )
  const name = variation.label || variation.own.sku || `Variation ${row + 1}`
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={classes.row}
      data-row={row}
      data-removed={edits?.isRemoved}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" aria-colindex={1} className={classes.cell}>
        {edits?.made || edits?.isRemoved ? (
          <span className={classes.mark}>{edits.made ? 'New' : 'Removed'}</span>
        ) : (
          <Picture key={variation.id} variation={variation} />
        )}
      </div>
      {/* One element that sticks, and a layer of its own for it, is enough for a row. */}
      {options.length > 0 && (
        <div role="presentation" className={classes.options} data-sticks data-last>
          {options.map(({ name: option }, at) => {
            const value = variation.options.find((each) => each.name === option)?.value ?? ''
            return (
              <div key={option} role="rowheader" aria-colindex={at + 2} className={classes.option} title={value}>
                {value}
              </div>
            )
          })}
        </div>
      )}
      {columns.map((column, at) => {
        const isOpen = editor?.path === column.path
        const shown = shownIn({ edits, variation, column, words })
        return (
          <div
            key={column.path}
            role="gridcell"
            id={cellId(row, at)}
            aria-colindex={options.length + at + 2}
            aria-invalid={errors?.[column.path] !== undefined || undefined}
            aria-selected={at >= left && at <= right}
            className={classes.box}
            data-column={at}
            data-align={column.align}
            data-active={at === active || undefined}
            data-edited={isEdited(edits, column) || undefined}
            data-doubtful={doubts[at] ? true : undefined}
            data-inherited={(!isOpen && shown === null) || undefined}
            title={errors?.[column.path] ?? doubts[at] ?? undefined}
          >
            {isOpen ? (
              <CellEditor
                key={variation.id}
                variation={variation}
                column={column}
                label={`${column.title}, ${name}`}
                editor={editor}
                isWrong={errors?.[column.path] !== undefined}
              />
            ) : (
              (shown ?? <AsProduct variation={variation} column={column} words={words} />)
            )}
          </div>
        )
      })}
    </div>
  )
})

/** Its buttons come with the row at rest: they are a third of what a row costs that flies by. */
function Picture({ variation }: { variation: Variation }) {
  return useAtRest() ? <VariationPicture variation={variation} /> : <span className={form.variationThumb} />
}

type About = { edits: OwnEdits | undefined; variation: Variation; column: VariationColumn; words: StoreWords }

/** Null: it is as its product has it. */
function shownIn({ edits, variation, column, words }: About): string | null {
  return edits?.unparsed[column.path] ?? column.shown((field) => ownNow(edits, variation.own, field), words)
}

function AsProduct({ variation, column, words }: Omit<About, 'edits'>) {
  return column.path === 'price' ? <PriceAsProduct variation={variation} words={words} /> : 'as product'
}

/** The product's, with what its choices add. */
function PriceAsProduct({ variation, words }: Pick<About, 'variation' | 'words'>) {
  const { price, sum } = useProductStore(
    useShallow(({ open }) => {
      const product = open ? valuesOf(open.edits) : newProductFields
      return { price: product.price, sum: priceWithChoices(product, variation.options, decimalsOf(words.profile)) }
    }),
  )
  if (sum === price) return 'as product'
  const { kind } = fieldOf('price')
  const said = `As product, ${kind.shown(price, words)}, with what its choices change`
  return (
    <span title={said}>
      {kind.shown(sum, words)}
      <span className="visually-hidden">{said}</span>
    </span>
  )
}

function isEdited(edits: OwnEdits | undefined, { path }: VariationColumn): boolean {
  if (!edits) return false
  const [field = ''] = path.split('.')
  return path in edits.unparsed || field in edits.patch || (field === 'quantity' && 'unlimited' in edits.patch)
}
