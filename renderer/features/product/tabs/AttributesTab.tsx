import { Select, TextInput } from '@mantine/core'
import type { ProductType, ProductTypeAttribute } from '../../../../electron/shared/store'
import { productFields } from '../../../../electron/shared/fields/product-fields'
import { barcodeProblem } from '../barcode'
import { FieldNotes } from '../fields/FieldNotes'
import fieldClasses from '../fields/fields.module.css'
import { useProductField } from '../fields/use-product-field'
import { useFormState } from '../form-state'
import classes from '../product.module.css'
import { attributesOf, lostAttributes } from '../product-type-attributes'
import { Section } from '../Section'

export function AttributesTab() {
  const { productTypes } = useFormState()
  const { value: typeId } = useProductField('productClassId')
  const type = productTypes.find(({ id }) => id === typeId)
  const { general, own } = attributesOf(productTypes, typeId)
  return (
    <div className={classes.column}>
      <Section title="Type">
        <TypeField />
      </Section>
      <Section title="General attributes">
        <AttributeFields attributes={general} none="This store has no general attributes." />
        <FieldNotes field="attributes" />
      </Section>
      {typeId !== 0 && (
        <Section title={`${type ? nameOf(type) : 'Product type'} attributes`}>
          <AttributeFields attributes={own} none="This product type has no attributes of its own." />
        </Section>
      )}
    </div>
  )
}

const nameOf = ({ id, name }: ProductType) => name || (id === 0 ? 'General' : `Type ${id}`)

function TypeField() {
  const { productTypes } = useFormState()
  const { value, set, error, readOnly } = useProductField('productClassId')
  const { value: attributes } = useProductField('attributes')
  const lost = lostAttributes(productTypes, value, attributes)
  const known = productTypes.some(({ id }) => id === value) ? productTypes : [...productTypes, unknownType(value)]
  return (
    <div data-field="productClassId">
      <Select
        label={productFields.productClassId.label}
        description="It decides which attributes the product has."
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        data={known.map((type) => ({ value: String(type.id), label: nameOf(type) }))}
        value={String(value)}
        error={error}
        readOnly={readOnly}
        allowDeselect={false}
        maw={360}
        onChange={(id) => id !== null && set(Number(id))}
      />
      {lost.length > 0 && (
        <output className={fieldClasses.note} data-tone="warning">
          The new type has no {lost.join(', ')}: the store drops {lost.length === 1 ? 'its value' : 'their values'} when
          this is saved.
        </output>
      )}
      <FieldNotes field="productClassId" />
    </div>
  )
}

const unknownType = (id: number): ProductType => ({ id, name: '', attributes: [] })

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
