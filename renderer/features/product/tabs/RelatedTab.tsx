import { sections } from '../../../../electron/shared/fields/field'
import type { ProductComponent } from '../../../../electron/shared/product'
import { ProductName } from '../../../components/controls/products/ProductName'
import lines from '../../../components/controls/products/products.module.css'
import { Section } from '../../../components/Section'
import { useProductStore } from '../../../stores/product-store'
import { FormField, OtherFields } from '../fields/FormField'
import classes from '../product.module.css'

/** The products that this one leads to, and those that it consists of. */
export function RelatedTab() {
  const components = useProductStore(({ open }) => open?.detail?.readOnly.components)
  return (
    <div className={classes.column}>
      <Section title={sections.related.title}>
        <FormField field="relatedProducts" isLabelHidden />
        <OtherFields section="related" arranged={['relatedProducts']} />
      </Section>
      {components && components.length > 0 && (
        <Section title="What the set is made of" note="As the store has it.">
          <ul className={`${lines.field} ${lines.lines}`}>
            {components.map((component) => (
              <li key={`${component.reference} ${component.variation}`} className={lines.line}>
                <ProductName {...component} about={aboutOf(component)} />
                <span className="tabular">{component.quantity} ×</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}

const aboutOf = ({ variation, product }: ProductComponent): string =>
  [variation, product?.sku].filter(Boolean).join(' · ')
