import { attributeShows, shows } from '../../../electron/shared/fields/attribute-shows'
import { choice } from '../../../electron/shared/fields/choice-kinds'
import { ChoiceControl } from './ChoiceControl'
import { ControlProblem } from './ControlProblem'
import type { PropsOf } from './control'
import classes from './controls.module.css'

const one = choice(shows)

/** Where attributes are shown, each by itself. */
export function AttributeShowsControl({
  path,
  value,
  saved,
  words,
  error,
  onChange,
  ...rest
}: PropsOf<'attributeShows'>) {
  const all = { ...saved, ...value }
  return (
    <div className={classes.attributes}>
      {(attributeShows.apart?.(all, words) ?? []).map(({ key, label }) => (
        <div key={key} className={classes.attribute} data-field={`${path}.${key}`}>
          <ChoiceControl
            {...rest}
            {...{ label, words }}
            path={`${path}.${key}`}
            kind={one}
            value={all[key] ?? ''}
            saved={saved[key] ?? ''}
            onChange={(next) => onChange({ ...value, [key]: next })}
          />
        </div>
      ))}
      <ControlProblem error={error} />
    </div>
  )
}
