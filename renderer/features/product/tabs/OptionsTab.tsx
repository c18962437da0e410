import { sections } from '../../../../electron/shared/fields/field'
import { productLists } from '../../../../electron/shared/fields/product-lists'
import { renamedCount } from '../../../stores/varied-by-options'
import { useProductStore } from '../../../stores/product-store'
import { FormField } from '../fields/FormField'
import classes from '../product.module.css'
import { Section } from '../../../components/Section'
import { ListTable } from './ListTable'
import { VariationsSection } from '../variations/VariationsSection'

/** What shoppers choose from, and what each choice is as a thing of its own. */
export function OptionsTab() {
  const parts = useProductStore(({ open }) => open?.detail?.readOnly)
  return (
    <div className={classes.column}>
      <Section title={sections.options.title}>
        <FormField field="options" isLabelHidden />
        <Renamed />
      </Section>
      <VariationsSection />
      {parts && parts.files.length > 0 && (
        <p className={classes.quiet}>
          Files are shown as the store has them. They are edited in Ecwid’s control panel; saving here keeps them.
        </p>
      )}
      {parts && parts.files.length > 0 && (
        <Section title={productLists.files.title}>
          <ListTable list="files" entries={parts.files} maw={480} />
        </Section>
      )}
    </div>
  )
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
