import { sections } from '../../../../electron/shared/fields/field'
import { OtherFields } from '../fields/FormField'
import { Section } from '../../../components/Section'

export function TaxSection() {
  return (
    <Section title={sections.tax.title}>
      <OtherFields section="tax" arranged={[]} />
    </Section>
  )
}
