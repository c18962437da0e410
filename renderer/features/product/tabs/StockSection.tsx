import { labelOf } from '../../../../electron/shared/fields/shown'
import { useProductStore } from '../../../stores/product-store'
import { FieldNotes } from '../fields/FieldNotes'
import { NumberBox } from '../fields/NumberBox'
import { SwitchField } from '../fields/SwitchField'
import { useProductField } from '../fields/use-product-field'
import classes from '../product.module.css'

export function StockSection() {
  const { value: unlimited } = useProductField('unlimited')
  const variations = useProductStore(({ open }) => open?.detail?.readOnly.variations.length ?? 0)
  return (
    <>
      <SwitchField field="unlimited" hint={unlimited ? 'Sold without counting.' : undefined} />
      {!unlimited && (
        <div className={classes.row}>
          <WholeField field="quantity" />
          <WholeField field="warningLimit" hint="Ecwid writes you a mail at this level." />
        </div>
      )}
      {variations > 0 && (
        <p className={classes.quiet}>
          Its {variations} variations have a stock of their own: see Options & variations.
        </p>
      )}
    </>
  )
}

function WholeField({ field, hint }: { field: 'quantity' | 'warningLimit'; hint?: string }) {
  const { value, saved, set, error } = useProductField(field)
  return (
    <div>
      <NumberBox
        path={field}
        label={field === 'warningLimit' ? 'Low stock at' : labelOf(field)}
        value={value}
        saved={saved}
        onValue={(next) => set(next ?? 0)}
        hint={hint}
        error={error}
      />
      <FieldNotes field={field} />
    </div>
  )
}
