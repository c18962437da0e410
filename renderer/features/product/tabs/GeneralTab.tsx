import { sections } from '../../../../electron/shared/fields/field'
import { DescriptionField } from '../description/DescriptionField'
import { FormField, OtherFields } from '../fields/FormField'
import { useProductField } from '../fields/use-product-field'
import classes from '../product.module.css'
import { Section } from '../../../components/Section'
import { NameField } from './NameField'
import { PriceSection } from './PriceSection'
import { RibbonSection } from './RibbonSection'
import { SkuField } from './SkuField'
import { StatusSection } from './StatusSection'
import { StockSection } from './StockSection'

export function GeneralTab() {
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <Section title={sections.product.title}>
          <NameField />
          <FormField field="subtitle" />
          <div className={classes.row}>
            <SkuField />
            <FormField field="weight" placeholder="Not set" />
          </div>
          <DescriptionField />
          <OtherFields section="product" arranged={['name', 'subtitle', 'sku', 'weight', 'description']} />
        </Section>
        <PriceSection />
      </div>
      <div className={classes.column}>
        <StatusSection />
        <Section title={sections.categories.title}>
          <OtherFields section="categories" arranged={['defaultCategoryId']} />
          <DefaultCategory />
        </Section>
        <StockSection />
        <RibbonSection />
      </div>
    </div>
  )
}

/** One of those that it is in. */
function DefaultCategory() {
  const { value: categoryIds } = useProductField('categoryIds')
  return <FormField field="defaultCategoryId" only={categoryIds.map(String)} />
}
