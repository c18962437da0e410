import { IconArrowRight } from '@tabler/icons-react'
import { isLongText, shownField } from '../../../electron/shared/fields/shown'
import { fieldOf } from '../../../electron/shared/fields/product-fields'
import { fileEditSchema, videoEditSchema } from '../../../electron/shared/listed-edits'
import {
  pictureOfShelf,
  shelfEditSchema,
  shelfPictureSchema,
  type ShelfEdit,
} from '../../../electron/shared/shelf-edit'
import { productsText } from '../../../electron/shared/words/counts'
import { orderOfThen } from '../../../electron/shared/words/proposal'
import { pictureEditSchema } from '../../../electron/shared/wanted-pictures'
import { nameOfLink } from '../../../electron/shared/name-of-link'
import { newVariationSchema, refusedCell, type ProposedRow } from '../../../electron/shared/proposal'
import classes from './bulk.module.css'
import { differenceText, partingTexts, shortened, textsThatDiffer } from './difference'
import { useReviewWords } from './use-review-words'

const longest = 120
const longestCell = 40

/** Before, after, and how much that is. */
export function EditValues({ row }: { row: ProposedRow }) {
  const words = useReviewWords()
  const { field, before, after, standing, variation, isNew } = row
  if (standing === 'refused') return <Refused row={row} />
  if (field === null) return <span className={classes.removed}>Is deleted</span>
  if (field === 'new') return <span className={classes.added}>Is added</span>
  if (field === 'variation') return <NewVariation row={row} />
  if (field === 'picture') return <PictureEdit row={row} />
  if (field === 'file') return <FileEdit row={row} />
  if (field === 'video') return <VideoBack row={row} />
  if (field === 'shelf') return <ShelfBack row={row} />
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
      <Becomes {...{ old, now }} />
      {difference && <span className={classes.difference}>{difference}</span>}
    </span>
  )
}

/** What stood in the cell, and why that cannot be. */
function Refused({ row: { field, after, reason } }: { row: ProposedRow }) {
  const text = refusedCell({ field, after })
  return (
    <span className={classes.refused} title={text === '' ? undefined : text}>
      {text !== '' && `“${shortened(text.replace(/\s+/g, ' ').trim(), longestCell)}”: `}
      {reason}
    </span>
  )
}

/** What it begins with; without a value it is about those that are there. */
function NewVariation({ row: { after, variation } }: { row: ProposedRow }) {
  const words = useReviewWords()
  const made = newVariationSchema.safeParse(after).data
  if (!made) return <span className={classes.same}>All combinations are there</span>
  const { sku, price, quantity, attributes } = made.fields
  const shown = (field: 'price' | 'quantity' | 'attributes', value: unknown) => fieldOf(field).kind.shown(value, words)
  const parts = [
    sku || `${variation ?? ''} without an SKU`.trim(),
    typeof price === 'number' && shown('price', price),
    typeof quantity === 'number' && `${shown('quantity', quantity)} in stock`,
    attributes && shortened(shown('attributes', attributes).replace(/\s+/g, ' ').trim(), longest),
  ]
  return <span className={classes.added}>{parts.filter(Boolean).join(', ')}</span>
}

/** Without a value it is about those that are there, and stay. */
function PictureEdit({ row: { before, after } }: { row: ProposedRow }) {
  const wanted = pictureEditSchema.safeParse(after).data
  if (!wanted) return <span className={classes.same}>As it is</span>
  if ('describes' in wanted) {
    const was = String(Object(before ?? {}).alt ?? '')
    const texts = Object(Object(before ?? {}).texts ?? {}) as Record<string, string>
    return (
      <span className={classes.values}>
        {was !== wanted.alt && <TextEdit label="Alt text" was={was} is={wanted.alt} />}
        {Object.entries(wanted.texts ?? {}).map(([language, text]) => {
          const old = texts[language] ?? ''
          if (old === text) return null
          return <TextEdit key={language} label={`Alt text (${language})`} was={old} is={text} />
        })}
      </span>
    )
  }
  if ('order' in wanted) return <span className={classes.added}>{orderOfThen}</span>
  const from = 'from' in wanted ? wanted.from : undefined
  const address = 'removes' in wanted ? String(Object(before ?? {}).url ?? '') : 'url' in wanted ? wanted.url : ''
  const link = from ?? address
  const file = 'fileName' in wanted && from === undefined ? wanted.fileName : null
  const name = shortened(file ?? (/^https?:/.test(link) ? nameOfLink(link) : 'A picture that waits'), longest)
  const text = 'removes' in wanted ? `${name} is removed` : `${name} ${from === undefined ? 'is added' : 'comes back'}`
  return (
    <span className={'removes' in wanted ? classes.removed : classes.added} title={file ?? link}>
      {text}
    </span>
  )
}

function FileEdit({ row: { before, after } }: { row: ProposedRow }) {
  const wanted = fileEditSchema.safeParse(after).data
  if (!wanted) return null
  if (!('describes' in wanted))
    return <span className={classes.added}>{shortened(wanted.name, longest)} comes back</span>
  const was = String(Object(before ?? {}).description ?? '')
  return (
    <span className={classes.values}>
      <TextEdit label={shortened(wanted.name, longestCell)} was={was} is={wanted.description} />
    </span>
  )
}

function VideoBack({ row: { after } }: { row: ProposedRow }) {
  const { url = '' } = videoEditSchema.safeParse(after).data ?? {}
  return (
    <span className={classes.added} title={url}>
      {shortened(url, longest)} comes back
    </span>
  )
}

/** A field of a category or product type, or all of it. */
function ShelfBack({ row: { before, after } }: { row: ProposedRow }) {
  const words = useReviewWords()
  const [was, wanted] = [before, after].map((side) => shelfEditSchema.safeParse(side).data)
  if (!wanted) return null
  if (wanted.field === null) {
    const along =
      wanted.products > 0
        ? `, with ${productsText(wanted.products)} that ${wanted.products === 1 ? 'was' : 'were'} in it`
        : ''
    return <span className={classes.added}>Comes back{along}</span>
  }
  const { thing, field } = wanted
  if (field === 'productIds') return <span className={classes.added}>{orderOfThen}</span>
  if (field === pictureOfShelf) return <PictureOfCategory was={pictureIn(was)} wanted={pictureIn(wanted)} />
  const shown = (value: unknown) => shownField({ thing, list: null, field }, value, words).replace(/\s+/g, ' ').trim()
  const [old, now] = partingTexts(shown(was?.field === null ? null : was?.value), shown(wanted.value), longest)
  return (
    <span className={classes.values}>
      <Becomes {...{ old, now }} />
    </span>
  )
}

type ShelfPicture = { url?: string | undefined; alt?: string | undefined }

const pictureIn = (edit: ShelfEdit | undefined): ShelfPicture =>
  edit && edit.field !== null ? (shelfPictureSchema.safeParse(edit.value).data ?? {}) : {}

/** Another one by its address, or what is said of the one that is there. */
function PictureOfCategory({ was, wanted }: { was: ShelfPicture; wanted: ShelfPicture }) {
  const named = (url = '') => shortened(nameOfLink(url), longest)
  return (
    <span className={classes.values} title={wanted.url}>
      {wanted.url === undefined ? (
        <TextEdit label="Alt text" was={was.alt ?? ''} is={wanted.alt ?? ''} />
      ) : (
        <Becomes old={named(was.url)} now={named(wanted.url)} />
      )}
    </span>
  )
}

function TextEdit({ label, was, is }: { label: string; was: string; is: string }) {
  return (
    <>
      {label}: <Side text={shortened(was, longest)} isOld />
      <IconArrowRight size={14} className={classes.arrow} aria-hidden />
      <span className="visually-hidden">becomes</span>
      <Side text={shortened(is, longest)} />
    </>
  )
}

function Becomes({ old, now }: { old: string; now: string }) {
  return (
    <>
      <Side text={old} isOld />
      <span className={classes.becomes}>
        <IconArrowRight size={14} className={classes.arrow} aria-hidden />
        <span className="visually-hidden">becomes</span>
        <Side text={now} isEmptied={old !== ''} />
      </span>
    </>
  )
}

function Side({ text, isOld = false, isEmptied = false }: { text: string; isOld?: boolean; isEmptied?: boolean }) {
  if (text === '') return <span className={isEmptied ? classes.removed : classes.same}>nothing</span>
  return isOld ? <del title={text}>{text}</del> : <ins title={text}>{text}</ins>
}
