import { Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import { labelOf } from '../../../../electron/shared/fields/shown'
import { FieldNotes } from './FieldNotes'
import classes from './fields.module.css'
import { useProductField } from './use-product-field'

type Props = {
  field: 'enabled' | 'unlimited' | 'showOnFrontpage' | 'isShippingRequired'
  label?: string
  hint?: ReactNode
}

export function SwitchField({ field, label = labelOf(field), hint }: Props) {
  const { value, set, error, readOnly } = useProductField(field)
  return (
    <div className={classes.field} data-field={field}>
      <Switch
        label={label}
        description={hint}
        checked={value}
        error={error}
        disabled={readOnly}
        onChange={(event) => set(event.currentTarget.checked)}
      />
      <FieldNotes field={field} />
    </div>
  )
}
