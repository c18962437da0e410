import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { NamedProduct } from '../../../../electron/shared/product'
import { Handle, useSortableLine } from '../options/SortableLines'
import { ProductName } from './ProductName'
import classes from './products.module.css'

type Props = {
  id: number
  /** Null: not in the catalogue; undefined: not read yet. */
  product: NamedProduct | null | undefined
  readOnly: boolean
  onStep: (by: 1 | -1) => void
  onRemove: () => void
}

/** One chosen product; its name opens it. */
export function ProductLine({ id, product, readOnly, onStep, onRemove }: Props) {
  const { line, handle } = useSortableLine(String(id))
  const name = product?.name || `Product ${id}`
  return (
    <li className={classes.line} data-line {...line}>
      {!readOnly && <Handle {...handle} name={name} onStep={onStep} />}
      <ProductName reference={id} product={product} />
      {!readOnly && (
        <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`Remove ${name}`} onClick={onRemove}>
          <IconX size={14} />
        </ActionIcon>
      )}
    </li>
  )
}
