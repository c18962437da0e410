import { IconArrowRight } from '@tabler/icons-react'
import { isLongText, shownField } from '../../../electron/shared/fields/shown'
import { fieldOf } from '../../../electron/shared/fields/product-fields'
import { pictureEditSchema } from '../../../electron/shared/wanted-pictures'
import { nameOfLink } from '../../../electron/shared/name-of-link'
import { newVariationSchema, type ProposedRow } from '../../../electron/shared/proposal'
import classes from './bulk.module.css'
import { differenceText, partingTexts, shortened, textsThatDiffer } from './difference'
import { useReviewWords } from './use-review-words'

const longest = 120

/** Before, after, and how much that is. */
export function EditValues({ row }: { row: ProposedRow }) {
  const words = useReviewWords()
  const { field, before, after, standing, reason, variation, isNew } = row
  if (standing === 'refused') return <span className={classes.refused}>{reason}</span>
  if (field === null) return <span className={classes.removed}>Is deleted</span>
  if (field === 'new') return <span className={classes.added}>Is added</span>
  if (field === 'variation') return <NewVariation row={row} />
  if (field === 'picture') return <PictureEdit row={row} />
  const of = { thing: 'product', list: variation === null ? null : 'variations', field } as const
  const whole = (value: unknown) => shownField(of, value, words).replace(/\s+/g, ' ').trim()
  const shown = (value: unknown) => shortened(whole(value), longest)
  if (standing === 'same') return <span className={classes.same}>{shown(after) || 'nothing'}, as it is</span>
  if (isNew) {
    return (
      <span className={classes.values}>
        <Side text={shown(after)} />
      </span>
    )
  }
  const apart = textsThatDiffer(field, [before, after], words)
  const [old, now] = partingTexts(...(apart ?? [whole(before), whole(after)]), longest)
  const difference = isLongText(of) ? null : differenceText(row, words.profile)
  return (
    <span className={classes.values}>
      <Side text={old} isOld />
      <IconArrowRight size={14} className={classes.arrow} aria-hidden />
      <span className="visually-hidden">becomes</span>
      <Side text={now} isEmptied={old !== ''} />
      {difference && <span className={classes.difference}>{difference}</span>}
    </span>
  )
}

/** What it begins with; without a value it is about those that are there. */
function NewVariation({ row: { after, variation } }: { row: ProposedRow }) {
  const words = useReviewWords()
  const made = newVariationSchema.safeParse(after).data
  if (!made) return <span className={classes.same}>All combinations are there</span>
  const { sku, price, quantity } = made.fields
  const shown = (field: 'price' | 'quantity', value: unknown) => fieldOf(field).kind.shown(value, words)
  const parts = [
    sku || `${variation ?? ''} without an SKU`.trim(),
    typeof price === 'number' && shown('price', price),
    typeof quantity === 'number' && `${shown('quantity', quantity)} in stock`,
  ]
  return <span className={classes.added}>{parts.filter(Boolean).join(', ')}</span>
}

/** Without a value it is about those that are there. */
function PictureEdit({ row: { before, after } }: { row: ProposedRow }) {
  const wanted = pictureEditSchema.safeParse(after).data
  if (!wanted) return <span className={classes.same}>Is there already</span>
  if ('describes' in wanted) {
    const was = String(Object(before ?? {}).alt ?? '')
    return (
      <span className={classes.values}>
        Alt text: <Side text={shortened(was, longest)} isOld />
        <IconArrowRight size={14} className={classes.arrow} aria-hidden />
        <span className="visually-hidden">becomes</span>
        <Side text={shortened(wanted.alt, longest)} />
      </span>
    )
  }
  const link = 'removes' in wanted ? String(Object(before ?? {}).url ?? '') : 'url' in wanted ? wanted.url : ''
  const file = 'fileName' in wanted ? wanted.fileName : null
  const name = shortened(file ?? (/^https?:/.test(link) ? nameOfLink(link) : 'A picture that waits'), longest)
  const text = 'removes' in wanted ? `${name} is removed` : `${name} is added`
  return (
    <span className={'removes' in wanted ? classes.removed : classes.added} title={file ?? link}>
      {text}
    </span>
  )
}

function Side({ text, isOld = false, isEmptied = false }: { text: string; isOld?: boolean; isEmptied?: boolean }) {
  if (text === '') return <span className={isEmptied ? classes.removed : classes.same}>nothing</span>
  return isOld ? <del title={text}>{text}</del> : <ins title={text}>{text}</ins>
}
