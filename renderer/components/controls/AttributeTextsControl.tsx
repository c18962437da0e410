import { attributeTexts } from '../../../electron/shared/fields/attribute-texts'
import { ControlProblem } from './ControlProblem'
import { TextInput } from '@mantine/core'
import { wrapperOrder, type PropsOf } from './control'
import classes from './controls.module.css'

/** What attributes say in other languages, those that say something, here or in the store. */
export function AttributeTextsControl({
  path,
  value,
  saved,
  words,
  readOnly,
  error,
  onChange,
}: PropsOf<'attributeTexts'>) {
  const named = attributeTexts.apart?.({ ...saved, ...value }, words) ?? []
  return (
    <div className={classes.attributes}>
      {named.map(({ key, label }) => (
        <div key={key} className={classes.attribute} data-field={`${path}.${key}`}>
          <TextInput
            label={label}
            value={value[key] ?? ''}
            readOnly={readOnly}
            inputWrapperOrder={wrapperOrder}
            onChange={(event) => onChange({ ...value, [key]: event.target.value })}
          />
        </div>
      ))}
      <ControlProblem error={error} />
    </div>
  )
}
