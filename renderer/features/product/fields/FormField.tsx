import { sections, type SectionName } from '../../../../electron/shared/fields/field'
import { fieldOf, productFieldNames, type ProductField } from '../../../../electron/shared/fields/product-fields'
import { useIsWrong } from '../form-problems'
import { DoubtNote } from './DoubtNote'
import { FieldControl, type Look } from './FieldControl'
import { FieldNotes } from './FieldNotes'
import { FormerValue } from './FormerValue'
import classes from './fields.module.css'
import { Translation } from './Translation'

/** A field of the open product, by the control of its kind, with what the store has to say about it. */
export function FormField({ field, ...look }: Look & { field: ProductField }) {
  const { kind } = fieldOf(field)
  return (
    <>
      <div className={classes.field} data-field={field}>
        <FieldControl field={field} {...look} />
        <DoubtNote field={field} />
        <FieldNotes field={field} />
        {/* Attributes say it each for itself. */}
        {kind.name !== 'attributes' && (
          <FormerValue field={field} isBelow={(look.isLabelHidden ?? false) || kind.name === 'record'} />
        )}
      </div>
      <Translation of={field} />
    </>
  )
}

/** A field that may mean nothing beside the others. Its box stays as long as something is wrong with it: that keeps the form from being saved. */
export function FormFieldWhere({ counts, ...props }: Look & { field: ProductField; counts: boolean }) {
  const isWrong = useIsWrong(props.field)
  return counts || isWrong ? <FormField {...props} /> : null
}

/** It stands beside what it translates or shows. */
const isTwin = (field: ProductField) =>
  ['translations', 'attributeTexts', 'attributeShows'].includes(fieldOf(field).kind.name)

/** Whether the heading of the section says already what it is. */
const isTitled = (section: SectionName, field: ProductField) => sections[section].title === fieldOf(field).label

/** The fields of a section for which the form has no place of its own. */
export function OtherFields({ section, arranged }: { section: SectionName; arranged: readonly ProductField[] }) {
  return productFieldNames
    .filter((field) => fieldOf(field).section === section && !arranged.includes(field) && !isTwin(field))
    .map((field) => <FormField key={field} field={field} isLabelHidden={isTitled(section, field)} />)
}
