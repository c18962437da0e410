import { Button } from '@mantine/core'
import type { TypedNumber } from '../../electron/shared/fields/kind'
import { choiceText } from '../format/number-question'
import classes from './NumberChoice.module.css'

type Props = {
  /** Of the field that asks. */
  label: string
  readings: number[]
  write: TypedNumber['write']
  onChoose: (value: number) => void
}

/** The numbers a typed text may mean, each a button beside its field. */
export function NumberChoice({ label, readings, write, onChoose }: Props) {
  if (readings.length === 0) return null
  return (
    <fieldset className={classes.choice}>
      <legend className="visually-hidden">{label}: the number you mean</legend>
      {readings.map((value) => (
        <Button key={value} size="compact-xs" variant="default" className="tabular" onClick={() => onChoose(value)}>
          {choiceText(value, write)}
        </Button>
      ))}
    </fieldset>
  )
}
