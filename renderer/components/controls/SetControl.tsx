import { Checkbox } from '@mantine/core'
import { countStyle } from '../../../electron/shared/numbers/money'
import { formatDecimal } from '../../../electron/shared/numbers/numbers'
import { ControlProblem } from './ControlProblem'
import type { ControlProps, PropsOf } from './control'
import classes from './controls.module.css'

export function ShippingMethodsControl(props: PropsOf<'shippingMethods'>) {
  const known = props.words.profile?.shippingMethods.map(({ id }) => id) ?? []
  return <SomeOf {...props} known={known} none="This store has no shipping methods yet." />
}

/** Their rates beside their names; one that is switched off in the store can only be taken away. */
export function TaxesControl(props: PropsOf<'taxes'>) {
  const { profile } = props.words
  if (profile?.automaticTax) {
    return <p className={classes.quiet}>The store computes its taxes automatically, so none can be chosen here.</p>
  }
  const known = profile?.taxes ?? []
  const rateOf = (id: number) => {
    const rate = known.find((tax) => tax.id === id)?.rate ?? 0
    return rate > 0 ? ` (${formatDecimal(rate, { fewest: 0, most: 3 }, countStyle(profile))} %)` : ''
  }
  return (
    <SomeOf
      {...props}
      known={known.map(({ id }) => id)}
      none="This store has no taxes of its own."
      behind={rateOf}
      isOff={(id) => known.find((tax) => tax.id === id)?.enabled === false}
    />
  )
}

type SomeOfProps<Id> = ControlProps<Id[]> & {
  known: Id[]
  /** Where there is nothing to choose from. */
  none: string
  /** What stands behind a name. */
  behind?: (id: Id) => string
  isOff?: (id: Id) => boolean
}

/** Of all there are, and of those that the value names without their being known here. */
function SomeOf<Id extends string | number>({ value, known, none, ...props }: SomeOfProps<Id>) {
  const { label, kind, words, readOnly, error, onChange, behind = () => '', isOff = () => false } = props
  const all = [...known, ...value.filter((id) => !known.includes(id))]
  return (
    <fieldset className={classes.chooser}>
      <legend className={classes.legend}>{label}</legend>
      {all.length === 0 && <p className={classes.quiet}>{none}</p>}
      {all.map((id) => {
        const isChosen = value.includes(id)
        return (
          <Checkbox
            key={id}
            label={`${kind.shown([id], words)}${behind(id)}`}
            description={isOff(id) ? 'Switched off in the store.' : undefined}
            checked={isChosen}
            disabled={readOnly || (isOff(id) && !isChosen)}
            onChange={() => onChange(isChosen ? value.filter((other) => other !== id) : [...value, id])}
          />
        )
      })}
      <ControlProblem error={error} />
    </fieldset>
  )
}
