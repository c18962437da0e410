import { ColorInput, TextInput } from '@mantine/core'
import { FieldNotes } from '../fields/FieldNotes'
import { useProductField } from '../fields/use-product-field'
import { Section } from '../Section'
import classes from './ribbon.module.css'

const swatches = ['#d32f2f', '#f57c00', '#fbc02d', '#388e3c', '#1976d2', '#7b1fa2', '#212121']

export function RibbonSection() {
  const { value, set, error, readOnly } = useProductField('ribbon')
  return (
    <Section title="Ribbon">
      <div data-field="ribbon" className={classes.ribbon}>
        <TextInput
          label="Text on the picture"
          value={value.text}
          readOnly={readOnly}
          onChange={(event) => set({ ...value, text: event.target.value })}
        />
        <ColorInput
          label="Colour"
          value={value.color}
          readOnly={readOnly}
          error={error}
          swatches={swatches}
          withEyeDropper={false}
          placeholder="#d32f2f"
          onChange={(color) => {
            if (color !== value.color) set({ ...value, color })
          }}
        />
        {value.text && (
          <span className={classes.sample} style={{ background: value.color || undefined, color: inkOn(value.color) }}>
            {value.text}
          </span>
        )}
      </div>
      <FieldNotes field="ribbon" />
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
