import type { ProductTypeAttribute } from '../../../../electron/shared/store'
import { sections } from '../../../../electron/shared/fields/field'
import { productTypeName } from '../../../../electron/shared/fields/reference-kinds'
import { FieldControl } from '../fields/FieldControl'
import { FormField, OtherFields } from '../fields/FormField'
import fieldClasses from '../fields/fields.module.css'
import { useProductField } from '../fields/use-product-field'
import { useFormState } from '../form-state'
import classes from '../product.module.css'
import { attributesOf, lostAttributes } from '../../../format/product-type-attributes'
import { Section } from '../../../components/Section'

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
        {general.length === 0 && <p className={classes.quiet}>This store has no general attributes.</p>}
        <FormField field="attributes" only={idsOf(general)} />
        <OtherFields section="attributes" arranged={['attributes']} />
      </Section>
      {typeId !== 0 && (
        <Section title={`${type ? productTypeName(typeId, form) : 'Product type'} attributes`}>
          {own.length === 0 && <p className={classes.quiet}>This product type has no attributes of its own.</p>}
          <FieldControl field="attributes" only={idsOf(own)} />
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
      <FormField field="productClassId" />
      {lost.length > 0 && (
        <output className={fieldClasses.note} data-tone="warning">
          The new type has no {lost.join(', ')}: the store drops {lost.length === 1 ? 'its value' : 'their values'} when
          this is saved.
        </output>
      )}
    </div>
  )
}

const idsOf = (attributes: ProductTypeAttribute[]) => attributes.map(({ id }) => String(id))
