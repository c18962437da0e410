import { IconArrowRight } from '@tabler/icons-react'
import type { PictureJobProduct, PictureJobVariation } from '../../../electron/shared/picture-job'
import { FileCard } from './FileCard'
import classes from './product-rows.module.css'
import marks from './picture-marks.module.css'
import { Thumb } from './Thumb'

type Props = { connectionId: string; product: PictureJobProduct; isPrimary: boolean }

/** Variations that get a picture of their own, each with what it has now. */
export function VariationCards({ connectionId, product, isPrimary }: Props) {
  return (
    <ul className={classes.variations} aria-label="Variations that get a picture">
      {product.variations.map((variation, place) => (
        <li key={variation.id} className={classes.variation}>
          <span className={classes.variationName} title={nameOf(variation)}>
            {nameOf(variation)}
          </span>
          <span className={classes.variationPictures}>
            {variation.current && <Goes connectionId={connectionId} current={variation.current} />}
            <FileCard
              connectionId={connectionId}
              product={product}
              file={variation.file}
              variationName={nameOf(variation)}
              isPrimary={isPrimary && place === 0}
            />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Goes({ connectionId, current }: { connectionId: string } & { current: { src: string; alt: string } }) {
  const alt = `${current.alt || 'Its picture now'}, will be replaced`
  return (
    <>
      <span className={marks.currentPicture} data-preview={current.src} data-name={alt}>
        <Thumb connectionId={connectionId} source={current.src} tone="removed" alt={alt} />
        <span className={marks.goesMark}>Replaced</span>
      </span>
      <IconArrowRight size={16} className={classes.arrow} aria-hidden />
    </>
  )
}

const nameOf = ({ label, sku }: PictureJobVariation): string => label || sku || 'A variation'
