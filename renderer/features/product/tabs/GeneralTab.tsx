import { DescriptionField } from '../description/DescriptionField'
import { TextField } from '../fields/TextField'
import classes from '../product.module.css'
import { Section } from '../Section'
import { CategoriesSection } from './CategoriesSection'
import { PriceSection } from './PriceSection'
import { RibbonSection } from './RibbonSection'
import { SkuField } from './SkuField'
import { StatusSection } from './StatusSection'
import { StockSection } from './StockSection'
import { WeightField } from './WeightField'

export function GeneralTab() {
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <Section title="Product">
          <TextField field="name" required />
          <TextField field="subtitle" hint="A short line under the name." />
          <div className={classes.row}>
            <SkuField />
            <WeightField />
          </div>
          <DescriptionField />
        </Section>
        <PriceSection />
      </div>
      <div className={classes.column}>
        <StatusSection />
        <CategoriesSection />
        <Section title="Stock">
          <StockSection />
        </Section>
        <RibbonSection />
      </div>
    </div>
  )
}
