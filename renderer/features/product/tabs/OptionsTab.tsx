import { useMemo } from 'react'
import { sections } from '../../../../electron/shared/fields/field'
import { pictureSrc } from '../../../../electron/shared/picture-src'
import { SwatchPicturesContext, type SwatchPicture } from '../../../components/controls/options/swatch-pictures'
import { lostVariations, renamedCount } from '../../../stores/varied-by-options'
import { useProductStore } from '../../../stores/product-store'
import { useFormState } from '../form-state'
import { FormField } from '../fields/FormField'
import classes from '../product.module.css'
import { Section } from '../../../components/Section'
import { VariationsSection } from '../variations/VariationsSection'

/** What shoppers choose from, and what each choice is as a thing of its own. */
export function OptionsTab() {
  return (
    <div className={classes.column}>
      <Section title={sections.options.title}>
        <SwatchPicturesContext value={useSwatchPicturesOfProduct()}>
          <FormField field="options" isLabelHidden />
        </SwatchPicturesContext>
        <Lost />
        <Renamed />
      </Section>
      <VariationsSection />
    </div>
  )
}

const none: readonly never[] = []

/** Those that the store has: only they have a number there. */
function useSwatchPicturesOfProduct(): readonly SwatchPicture[] {
  const { connectionId } = useFormState()
  const pictures = useProductStore(({ open }) => open?.detail?.pictures ?? none)
  return useMemo(
    () =>
      pictures.flatMap(({ key, thumbnail, alt, upload }, at) => {
        const label = alt || `Picture ${at + 1}`
        return upload === null ? [{ key, src: pictureSrc(connectionId, thumbnail), label }] : []
      }),
    [connectionId, pictures],
  )
}

/** So many are named. */
const named = 4

/** What is made of something that was removed, said before the save. */
function Lost() {
  const sentence = useProductStore(({ open }) => (open ? sentenceOf(lostVariations(open)) : null))
  return sentence && <p className={classes.quiet}>{sentence}</p>
}

function sentenceOf(lost: ReturnType<typeof lostVariations>): string | null {
  if (lost.length === 0) return null
  const names = lost.slice(0, named).map(({ label }) => label)
  const more = lost.length > named ? ` and ${lost.length - named} more` : ''
  const what = lost.length === 1 ? '1 variation is' : `${lost.length} variations are`
  return `${what} made of what you removed, and ${lost.length === 1 ? 'goes' : 'go'} when you save: ${names.join('; ')}${more}.`
}

/** Said before the save. */
function Renamed() {
  const count = useProductStore(({ open }) => (open ? renamedCount(open) : 0))
  if (count === 0) return null
  return (
    <p className={classes.quiet}>
      {count === 1 ? '1 variation takes' : `${count} variations take`} the new name when you save; SKU, price, stock and
      picture stay.
    </p>
  )
}
