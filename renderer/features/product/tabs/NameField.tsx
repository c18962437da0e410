import classes from '../fields/fields.module.css'
import { FormField } from '../fields/FormField'
import { OwnerNote } from '../fields/OwnerNote'
import { useTyped } from '../fields/use-product-field'

/** The name, and which product is called so already. */
export function NameField() {
  return (
    <div className={classes.withNote}>
      <FormField field="name" required />
      <OwnerNote
        of="name"
        text={useTyped('name')}
        sentence={({ sku }) => `Another product has this name${sku ? `, with the SKU ${sku}` : ''}.`}
      />
    </div>
  )
}
