import { Anchor } from '@mantine/core'
import type { ProductOwner, ProductRow } from '../../../../electron/shared/product-query'
import { showProduct } from '../../../stores/view-store'
import classes from './fields.module.css'
import { useOwner } from './use-owner'

type Props = {
  of: ProductOwner['of']
  text: string | null
  sentence: (owner: ProductRow) => string
  isRefused?: boolean
}

/** Under a box whose text another product has already: which one it is, and the way there. */
export function OwnerNote({ of, text, sentence, isRefused = false }: Props) {
  const owner = useOwner(of, text)
  if (!owner) return null
  return (
    <output className={classes.note} data-tone={isRefused ? 'warning' : 'quiet'}>
      <span>{sentence(owner)}</span>
      <Anchor component="button" type="button" fz="xs" onClick={() => showProduct(owner.id)}>
        Show it
      </Anchor>
    </output>
  )
}

export const nameOf = (owner: ProductRow): string => owner.name || 'A product without a name'
