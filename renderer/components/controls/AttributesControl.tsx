import { TextInput } from '@mantine/core'
import { attributes as attributesKind } from '../../../electron/shared/fields/record-kinds'
import { barcodeProblem } from '../../format/barcode'
import { ControlProblem } from './ControlProblem'
import { wrapperOrder, type PropsOf } from './control'
import classes from './controls.module.css'

/** The attributes that stand here; without a choice those that have a value, here or in the store. */
export function AttributesControl(props: PropsOf<'attributes'>) {
  const { path, value, saved, words, texts, readOnly, error, only, onChange } = props
  const ids = only ?? Object.keys({ ...saved, ...value })
  const named = attributesKind.apart?.(Object.fromEntries(ids.map((id) => [id, ''])), words) ?? []
  const known = words.productTypes.flatMap(({ attributes }) => attributes)
  return (
    <div className={classes.attributes}>
      {ids.map((id) => {
        const attribute = known.find((each) => String(each.id) === id)
        const text = value[id] ?? ''
        // A number that looks mistyped is taken all the same.
        const doubt = attribute?.type === 'UPC' ? barcodeProblem(text) : null
        return (
          <div key={id} className={classes.attribute} data-field={`${path}.${id}`}>
            <TextInput
              label={named.find(({ key }) => key === id)?.label}
              value={text}
              readOnly={readOnly}
              error={texts.problemAt(`${path}.${id}`)}
              description={!props.besideAt && attribute?.show === 'NOTSHOW' ? 'Not shown to shoppers.' : undefined}
              rightSection={props.besideAt?.(id)}
              inputWrapperOrder={wrapperOrder}
              onChange={(event) => onChange({ ...value, [id]: event.target.value })}
            />
            {doubt && <output className={classes.doubt}>{doubt}</output>}
            {props.noteAt?.(id)}
          </div>
        )
      })}
      <ControlProblem error={error} />
    </div>
  )
}
