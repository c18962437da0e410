import { UnstyledButton } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { memo } from 'react'
import { shows } from '../../../../electron/shared/fields/attribute-shows'
import type { Kind } from '../../../../electron/shared/fields/kind'
import { fieldOf, type ProductField } from '../../../../electron/shared/fields/product-fields'
import { shownShortly } from '../../../../electron/shared/fields/shown'
import { languageName } from '../../../../electron/shared/language-name'
import { useShownLanguage } from '../../../components/controls/languages/shown-language'
import { isTouched, valuesOf } from '../../../stores/product-edits'
import { resetField, useProductStore } from '../../../stores/product-store'
import { useFormState } from '../form-state'
import { goToField } from '../go-to-field'
import classes from './fields.module.css'

type Props = { field: ProductField; isBelow: boolean }

/** Beside the label of a field that was edited, or below one whose label is not seen: what it was, and the way back to it. */
export const FormerValue = memo(function FormerValue({ field, isBelow }: Props) {
  const isEdited = useProductStore(({ open }) => open !== null && open.target !== 'new' && isTouched(open.edits, field))
  return isEdited ? <Former field={field} isBelow={isBelow} /> : null
})

/** The button goes, so the field takes the focus. */
function goBackTo(field: ProductField, path: string): void {
  resetField(field, path)
  goToField({ path, tab: null })
}

/** In one of several the keys take back that one only. */
const hasOneBox = ({ box, list, parts }: Kind): boolean =>
  list === null && Object.keys(parts).length === 0 && box !== 'texts'

function Former({ field, isBelow }: Props) {
  const words = useFormState()
  const former = useProductStore(({ open }) => open?.edits.base[field])
  const text = shownShortly(field, former, words)
  const { kind, label } = fieldOf(field)
  return <WayBack {...{ field, path: field, label, text, isBelow }} hasKeys={hasOneBox(kind)} />
}

/** The same of one attribute: each has its box. */
export function FormerAttribute({ id }: { id: string }) {
  const former = useProductStore(({ open }) => {
    if (!open || open.target === 'new') return null
    const was = open.edits.base.attributes[id] ?? ''
    return (open.edits.patch.attributes?.[id] ?? was) === was ? null : was
  })
  if (former === null) return null
  const text = former === '' ? 'nothing' : former
  return (
    <WayBack field="attributes" path={`attributes.${id}`} label="this attribute" text={text} isBelow={false} hasKeys />
  )
}

/** The same of where one is shown, below its box. */
export function FormerAttributeShown({ id }: { id: string }) {
  const former = useProductStore(({ open }) => {
    if (!open || open.target === 'new') return null
    const was = open.edits.base.attributesShown[id]
    return (open.edits.patch.attributesShown?.[id] ?? was) === was ? null : (was ?? null)
  })
  if (former === null) return null
  const about = { text: shows[former], label: 'where this attribute is shown' }
  return <WayBack field="attributesShown" path={`attributesShown.${id}`} {...about} isBelow hasKeys={false} />
}

/** The same of what one attribute says in the language that is shown beside, below its box. */
export function FormerAttributeText({ id }: { id: string }) {
  const language = useShownLanguage()
  const key = `${id}.${language}`
  const former = useProductStore(({ open }) => {
    if (!open || open.target === 'new' || language === null) return null
    const was = open.edits.base.attributesTranslated[key] ?? ''
    return (valuesOf(open.edits).attributesTranslated[key] ?? '') === was ? null : was
  })
  if (former === null || language === null) return null
  const about = { text: former || 'nothing', label: `this attribute in ${languageName(language)}` }
  return <WayBack field="attributesTranslated" path={`attributesTranslated.${key}`} {...about} isBelow hasKeys />
}

type WayBackProps = Props & { path: string; label: string; text: string; hasKeys: boolean }

function WayBack({ field, path, label, text, isBelow, hasKeys }: WayBackProps) {
  return (
    <UnstyledButton
      className={classes.former}
      data-below={isBelow}
      title={`${text}: back to it${hasKeys ? ' (Shift+Esc in the field)' : ''}`}
      // Tab goes from field to field; the keys have a way of their own.
      tabIndex={-1}
      onClick={() => goBackTo(field, path)}
    >
      <IconArrowBackUp size={12} className={classes.formerIcon} aria-hidden />
      <span className={classes.formerText}>was {text}</span>
      <span className="visually-hidden">: back to it, {label}</span>
    </UnstyledButton>
  )
}
