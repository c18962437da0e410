import { TextInput } from '@mantine/core'
import type { ProductTypeAttribute } from '../../../../electron/shared/store'
import { sections } from '../../../../electron/shared/fields/field'
import { productTypeName } from '../../../../electron/shared/fields/reference-kinds'
import { barcodeProblem } from '../barcode'
import { FieldNotes } from '../fields/FieldNotes'
import { FormField, OtherFields } from '../fields/FormField'
import fieldClasses from '../fields/fields.module.css'
import { useProductField } from '../fields/use-product-field'
import { useFormState } from '../form-state'
import classes from '../product.module.css'
import { attributesOf, lostAttributes } from '../product-type-attributes'
import { Section } from '../Section'

export function AttributesTab() {
  const form = useFormState()
  const { productTypes } = form
  const { value: typeId } = useProductField('productClassId')
  const type = productTypes.find(({ id }) => id === typeId)
  const { general, own } = attributesOf(productTypes, typeId)
  return (
    <div className={classes.column}>
      <Section title={sections.type.title}>
        <TypeField />
        <OtherFields section="type" arranged={['productClassId']} />
      </Section>
      <Section title={sections.attributes.title}>
        <AttributeFields attributes={general} none="This store has no general attributes." />
        <FieldNotes field="attributes" />
        <OtherFields section="attributes" arranged={['attributes']} />
      </Section>
      {typeId !== 0 && (
        <Section title={`${type ? productTypeName(typeId, form) : 'Product type'} attributes`}>
          <AttributeFields attributes={own} none="This product type has no attributes of its own." />
        </Section>
      )}
    </div>
  )
}

function TypeField() {
  const { productTypes } = useFormState()
  const { value } = useProductField('productClassId')
  const { value: attributes } = useProductField('attributes')
  const lost = lostAttributes(productTypes, value, attributes)
  return (
    <div>
      <FormField field="productClassId" hint="It decides which attributes the product has." />
      {lost.length > 0 && (
        <output className={fieldClasses.note} data-tone="warning">
          The new type has no {lost.join(', ')}: the store drops {lost.length === 1 ? 'its value' : 'their values'} when
          this is saved.
        </output>
      )}
    </div>
  )
}

function AttributeFields({ attributes, none }: { attributes: ProductTypeAttribute[]; none: string }) {
  const { value, set, readOnly } = useProductField('attributes')
  if (attributes.length === 0) return <p className={classes.quiet}>{none}</p>
  return (
    <div className={classes.grid}>
      {attributes.map(({ id, name, type, show }) => {
        const text = value[id] ?? ''
        return (
          <div key={id} data-field={`attributes.${id}`}>
            <TextInput
              label={name || type}
              value={text}
              readOnly={readOnly}
              description={show === 'NOTSHOW' ? 'Not shown to shoppers.' : undefined}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
              onChange={(event) => set({ ...value, [id]: event.target.value })}
            />
            {type === 'UPC' && barcodeProblem(text) && (
              <output className={fieldClasses.note} data-tone="warning">
                {barcodeProblem(text)}
              </output>
            )}
          </div>
        )
      })}
    </div>
  )
}
