import { IconArrowRight } from '@tabler/icons-react'
import { isLongText, shownField } from '../../../electron/shared/fields/shown'
import type { ProposedRow } from '../../../electron/shared/proposal'
import classes from './bulk.module.css'
import { differenceText } from './difference'
import { useReviewWords } from './use-review-words'

const longest = 120

/** Before, after, and how much that is. */
export function EditValues({ row }: { row: ProposedRow }) {
  const words = useReviewWords()
  const { field, before, after, standing, reason, variation, isNew } = row
  if (standing === 'refused') return <span className={classes.refused}>{reason}</span>
  if (field === null) return <span className={classes.removed}>Is deleted</span>
  if (field === 'new') return <span className={classes.added}>Is added</span>
  const of = { thing: 'product', list: variation === null ? null : 'variations', field } as const
  const shown = (value: unknown) => {
    const text = shownField(of, value, words).replace(/\s+/g, ' ').trim()
    return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
  }
  if (standing === 'same') return <span className={classes.same}>{shown(after) || 'nothing'}, as it is</span>
  if (isNew) {
    return (
      <span className={classes.values}>
        <Side text={shown(after)} />
      </span>
    )
  }
  const difference = isLongText(of) ? null : differenceText(row, words.profile)
  return (
    <span className={classes.values}>
      <Side text={shown(before)} isOld />
      <IconArrowRight size={14} className={classes.arrow} aria-hidden />
      <span className="visually-hidden">becomes</span>
      <Side text={shown(after)} isEmptied={shown(before) !== ''} />
      {difference && <span className={classes.difference}>{difference}</span>}
    </span>
  )
}

function Side({ text, isOld = false, isEmptied = false }: { text: string; isOld?: boolean; isEmptied?: boolean }) {
  if (text === '') return <span className={isEmptied ? classes.removed : classes.same}>nothing</span>
  return isOld ? <del title={text}>{text}</del> : <ins title={text}>{text}</ins>
}
