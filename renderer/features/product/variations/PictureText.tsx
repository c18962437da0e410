import { useCallback } from 'react'
import { pictureSrc } from '../../../../electron/shared/picture-src'
import { AltText } from '../../../components/AltText'
import { AltTranslation } from '../../../components/AltTranslation'
import { tellWhyNot } from '../../../components/notify'
import { PictureImage } from '../../../components/PictureImage'
import { useProductStore } from '../../../stores/product-store'
import { useShownLanguages } from '../../../stores/shown-languages'
import type { Variation } from '../../../stores/variation-edits'
import { describeVariationPicture } from '../../../stores/variation-picture-actions'
import { useFormState } from '../form-state'
import classes from './variations.module.css'

/** The picture that a variation has of its own, and what is said of it to those who do not see it. */
export function PictureText({ variation }: { variation: Variation }) {
  const { connectionId, readOnly } = useFormState()
  const productId = useProductStore(({ open }) => open?.detail?.id ?? 0)
  const productName = useProductStore(({ open }) => open?.detail?.fields.name ?? '')
  const languages = useShownLanguages()
  const { id: variationId, label, own, thumbnail } = variation
  const called = label || own.sku || 'the variation'
  const describe = useCallback(
    async (_: string, alt: string, language?: string) => {
      const target = { connectionId, productId, productName, variationId, label: called }
      const text = { alt, ...(language !== undefined && { language }) }
      tellWhyNot((await describeVariationPicture(target, text)).problem)
    },
    [connectionId, productId, productName, variationId, called],
  )
  if (thumbnail === null) return null
  const about = { pictureKey: thumbnail, label: `Alt text of the picture of ${called}`, readOnly }
  return (
    <section className={classes.own}>
      <h4 className={classes.ownTitle}>Picture</h4>
      <div className={classes.ownPicture}>
        <PictureImage src={pictureSrc(connectionId, thumbnail)} alt="" width={64} height={64} instead={null} />
        <div className={classes.ownTexts}>
          <AltText key={thumbnail} {...about} value={variation.alt} onSave={(key, alt) => void describe(key, alt)} />
          <AltTranslation
            {...about}
            {...languages}
            told={variation}
            onSave={(key, { alt, language }) => void describe(key, alt, language)}
          />
        </div>
      </div>
    </section>
  )
}
