import type { ChangeView } from '../../../electron/shared/change'
import { isCreate, type Act } from '../../../electron/shared/change-address'
import { createPayloadSchema } from '../../../electron/shared/change-record'
import { fieldOf, fieldsIn } from '../../../electron/shared/fields/product-fields'
import { referencesIn } from '../../../electron/shared/fields/references'
import { describedField } from '../../../electron/shared/fields/thing-fields'
import { useNamed } from '../../stores/product-names'

type Shown = Act & Pick<ChangeView, 'before' | 'after'> & { theirs?: unknown }

/** The products that these changes name are called by their names. */
export function useNamesOf(changes: readonly Shown[]): void {
  useNamed(changes.flatMap(productsIn))
}

function productsIn(change: Shown): number[] {
  const { thing, before, after, theirs } = change
  const created = isCreate(change) && thing === 'product' ? createPayloadSchema.safeParse(after).data : undefined
  const fields = created?.fields ?? {}
  const inCreate = fieldsIn(fields).flatMap((name) => referencesIn(fieldOf(name).kind, fields[name]))
  const kind = describedField(change)?.kind
  const inValues = kind ? [before, after, theirs].flatMap((value) => referencesIn(kind, value)) : []
  return [...inCreate, ...inValues].flatMap((named) => (named.thing === 'product' ? [named.id] : []))
}
