import { FieldNotes } from '../fields/FieldNotes'
import { useProductField } from '../fields/use-product-field'
import { Section } from '../Section'
import { CategoryPicker } from './CategoryPicker'

export function CategoriesSection() {
  const { value, set, error, readOnly } = useProductField('categoryIds')
  return (
    <Section title="Categories">
      <div data-field="categoryIds">
        <CategoryPicker chosen={value} onChange={set} error={error} readOnly={readOnly} />
        <FieldNotes field="categoryIds" />
      </div>
    </Section>
  )
}
