import type { PropsOf } from '../control'
import { AddProduct } from './AddProduct'
import { ProductName } from './ProductName'
import { useProductSource } from './product-source'
import classes from './products.module.css'

/** One product; another one is found in its place. */
export function ProductControl({ label, value, readOnly, isInPopover, onChange }: PropsOf<'product'>) {
  const named = useProductSource().useNamed([value])
  return (
    <div className={classes.field}>
      <ProductName reference={value} product={named[value]} />
      {!readOnly && <AddProduct label={label} chosen={[value]} isInPopover={isInPopover ?? false} onAdd={onChange} />}
    </div>
  )
}
