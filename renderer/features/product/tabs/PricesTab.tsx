import { sections } from '../../../../electron/shared/fields/field'
import { OtherFields } from '../fields/FormField'
import classes from '../product.module.css'
import { FoldedSection } from '../FoldedSection'
import { Section } from '../../../components/Section'

/** What there is to say of the price beside the price itself. */
export function PricesTab() {
  return (
    <div className={classes.column}>
      <FoldedSection section="wholesale" />
      <FoldedSection section="nameYourPrice" />
      <FoldedSection section="subscription" />
      <FoldedSection section="lowestPrice" />
      <Section title={sections.selling.title}>
        <OtherFields section="selling" arranged={[]} />
      </Section>
    </div>
  )
}
