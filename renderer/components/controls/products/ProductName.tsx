import { Anchor } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { PictureImage } from '../../PictureImage'
import { pictureSrc } from '../../../../electron/shared/picture-src'
import type { NamedProduct } from '../../../../electron/shared/product'
import { useProductSource } from './product-source'
import classes from './products.module.css'

type Props = {
  reference: number
  /** Null: not in the catalogue; undefined: not read yet. */
  product: NamedProduct | null | undefined
  /** What there is to say of it in place of its SKU. */
  about?: string
}

/** Picture, name and SKU of a product that another one names. */
export function ProductName({ reference, product, about }: Props) {
  const { open } = useProductSource()
  if (product === undefined) return <span className={classes.about} />
  if (product === null) {
    return (
      <span className={classes.about}>
        <SmallPicture source={null} />
        <span className={classes.words}>
          <span>Product {reference}</span>
          <span className={classes.quiet}>It is not in the catalogue any more.</span>
        </span>
      </span>
    )
  }
  const { id, name, sku, thumbnail } = product
  const notSent = reference < 0 ? 'Not in the store yet' : ''
  return (
    <span className={classes.about}>
      <SmallPicture source={thumbnail} />
      <span className={classes.words}>
        <Anchor component="button" type="button" className={classes.name} onClick={() => open(id)}>
          {name || 'No name'}
        </Anchor>
        <span className={classes.quiet}>{about ?? [sku, notSent].filter(Boolean).join(' · ')}</span>
      </span>
    </span>
  )
}

/** The words beside it say what it is. */
export function SmallPicture({ source }: { source: string | null }) {
  const connectionId = useProductSource().useConnectionId()
  const none = (
    <span className={classes.picture} aria-hidden>
      <IconPhoto size={16} stroke={1.5} />
    </span>
  )
  if (source === null) return none
  const src = pictureSrc(connectionId, source)
  return <PictureImage className={classes.picture} src={src} alt="" loading="lazy" instead={none} />
}
