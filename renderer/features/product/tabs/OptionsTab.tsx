import { sections } from '../../../../electron/shared/fields/field'
import { renamedCount } from '../../../stores/varied-by-options'
import { useProductStore } from '../../../stores/product-store'
import { FormField } from '../fields/FormField'
import classes from '../product.module.css'
import { Section } from '../../../components/Section'
import { VariationsSection } from '../variations/VariationsSection'

/** What shoppers choose from, and what each choice is as a thing of its own. */
export function OptionsTab() {
  return (
    <div className={classes.column}>
      <Section title={sections.options.title}>
        <FormField field="options" isLabelHidden />
        <Renamed />
      </Section>
      <VariationsSection />
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
