import { sections } from '../../../../electron/shared/fields/field'
import { useProductStore } from '../../../stores/product-store'
import { formatDate } from '../../../format/dates'
import { FieldNotes } from '../fields/FieldNotes'
import { FormField, OtherFields } from '../fields/FormField'
import { useProductField } from '../fields/use-product-field'
import classes from '../product.module.css'
import { Section } from '../../../components/Section'

export function StatusSection() {
  const isNew = useProductStore(({ open }) => open?.target === 'new')
  const createdAt = useProductStore(({ open }) => open?.detail?.createdAt ?? null)
  const isInCategory = useProductField('categoryIds').value.length > 0
  const updatedAt = useProductStore(({ open }) => open?.detail?.updatedAt ?? null)
  return (
    <Section title={sections.visibility.title}>
      {isNew ? <FormField field="enabled" hint="Shoppers can see it." /> : <FieldNotes field="enabled" />}
      <FormField
        field="showOnFrontpage"
        hint={
          isInCategory
            ? 'Featured on the first page of the store.'
            : 'The store shows a product that is in no category on its first page.'
        }
      />
      <OtherFields section="visibility" arranged={['enabled', 'showOnFrontpage']} />
      {createdAt !== null && (
        <p className={classes.quiet}>
          Created {formatDate(createdAt)}
          {updatedAt !== null && `, changed ${formatDate(updatedAt)}`}
        </p>
      )}
    </Section>
  )
}
