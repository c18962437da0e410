import { NumberChoice } from '../../../components/NumberChoice'
import { readingsToChoose } from '../../../format/number-question'
import { isKeptOnceSet, isOwnField } from '../../../../electron/shared/fields/own-fields'
import { typedNumber } from '../../../../electron/shared/fields/typed'
import { useProductStore } from '../../../stores/product-store'
import { useFormState } from '../form-state'
import { CellDoubt } from './CellDoubt'
import { typeInto, type Shown } from './grid-edits'
import { useGridStore } from './grid-store'
import { errorsOfVariation } from './variation-errors'
import classes from './variations.module.css'

export const noteId = 'variation-note'

const forGood =
  'As product. Once you save a value here it stays the variation’s own: Ecwid takes it back only with the variation.'

/** What there is to say of the box that the keys act on: what is wrong with it, which number is meant, or that its row goes. */
export function CellNote({ shown }: { shown: Shown }) {
  const { profile, readOnly } = useFormState()
  const { row, column: at } = useGridStore(({ active }) => active)
  const [variation, column] = [shown.variations[row], shown.columns[at]]
  const problem = useProductStore(({ open }) =>
    open && variation && column ? errorsOfVariation(open.edits, variation, profile)[column.path] : undefined,
  )
  const text = useProductStore(({ open }) =>
    variation && column ? open?.edits.variations[variation.id]?.unparsed[column.path] : undefined,
  )
  const isRemoved = useProductStore(({ open }) =>
    variation ? open?.edits.variations[variation.id]?.isRemoved === true : false,
  )
  const field = column?.path ?? null
  const isForGood = !readOnly && isOwnField(field) && isKeptOnceSet(field) && variation?.own[field] === undefined
  const number = column && typedNumber(column.path, profile)
  return (
    <div className={classes.notes} id={noteId}>
      <output className={classes.note}>
        {problem}
        {!problem && !isRemoved && isForGood && <span className={classes.quiet}>{forGood}</span>}
        {isRemoved && <span className={classes.quiet}>It goes when you save. Keep it to type into it.</span>}
        {variation && column && number && text !== undefined && (
          <NumberChoice
            label={column.title}
            readings={readingsToChoose(number.read(text))}
            write={number.write}
            onChoose={(value) => typeInto(variation, column, number.write(value))}
          />
        )}
      </output>
      {variation && column && <CellDoubt key={`${variation.id} ${column.path}`} {...{ variation, column }} />}
    </div>
  )
}
