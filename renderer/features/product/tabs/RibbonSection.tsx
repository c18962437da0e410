import { sections } from '../../../../electron/shared/fields/field'
import { FormField, OtherFields } from '../fields/FormField'
import { useProductField } from '../fields/use-product-field'
import { Section } from '../../../components/Section'
import classes from './ribbon.module.css'

export function RibbonSection() {
  const { value } = useProductField('ribbon')
  return (
    <Section title={sections.ribbon.title}>
      <FormField field="ribbon" />
      {value.text && (
        <span className={classes.sample} style={{ background: value.color || undefined, color: inkOn(value.color) }}>
          {value.text}
        </span>
      )}
      <OtherFields section="ribbon" arranged={['ribbon']} />
    </Section>
  )
}

/** Black or white, whichever reads better on the colour. */
function inkOn(color: string): string | undefined {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color)
  if (!parts) return undefined
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((hex) => parseInt(hex, 16))
  return red * 0.299 + green * 0.587 + blue * 0.114 > 150 ? '#000' : '#fff'
}
