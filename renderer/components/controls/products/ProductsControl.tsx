import { useRef, useState } from 'react'
import { ControlProblem } from '../ControlProblem'
import type { PropsOf } from '../control'
import { SortableLines } from '../options/SortableLines'
import { useFocusOfLine } from '../use-focus-of-line'
import { AddProduct } from './AddProduct'
import { ProductLine } from './ProductLine'
import { useProductSource } from './product-source'
import classes from './products.module.css'

/** Chosen products in their order, and a box that finds others. */
export function ProductsControl(props: PropsOf<'products'>) {
  const { label, isLabelHidden, hint, value, saved, error, readOnly, words, isInPopover, onChange } = props
  const field = useRef<HTMLFieldSetElement>(null)
  const [spoken, say] = useState('')
  const ids = value.map(({ productId }) => Number(productId))
  const named = useProductSource().useNamed([...ids, ...saved.map(({ productId }) => Number(productId))])
  const names = ids.map((id) => words.products?.[id] ?? `Product ${id}`)
  const focusAt = useFocusOfLine(field, value.length)

  function move(from: number, to: number): void {
    const entry = value[from]
    if (!entry || !(to in value)) return
    const others = value.filter((_, place) => place !== from)
    say(`${names[from] ?? ''} is at place ${to + 1} of ${value.length}.`)
    onChange([...others.slice(0, to), entry, ...others.slice(to)])
  }

  return (
    <fieldset className={classes.field} ref={field}>
      <legend className={isLabelHidden ? 'visually-hidden' : classes.legend}>{label}</legend>
      {hint && <p className={classes.quiet}>{hint}</p>}
      {value.length > 0 && (
        <SortableLines ids={ids.map(String)} names={names} disabled={readOnly} onMove={move}>
          <ol className={classes.lines}>
            {ids.map((id, index) => (
              <ProductLine
                key={id}
                {...{ id, readOnly }}
                product={named[id]}
                onStep={(by) => {
                  focusAt(index + by, '[data-handle]')
                  move(index, index + by)
                }}
                onRemove={() => {
                  focusAt(index)
                  onChange(value.filter((_, place) => place !== index))
                }}
              />
            ))}
          </ol>
        </SortableLines>
      )}
      {readOnly && value.length === 0 && <p className={classes.quiet}>None.</p>}
      {!readOnly && (
        <AddProduct
          label={label}
          chosen={ids}
          isInPopover={isInPopover ?? false}
          onAdd={(productId) => onChange([...value, { productId }])}
        />
      )}
      <ControlProblem error={error} />
      <output className="visually-hidden">{spoken}</output>
    </fieldset>
  )
}
