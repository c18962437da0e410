import type { ComponentType } from 'react'
import { languageName, languageTag } from '../../../../electron/shared/language-name'
import { languagesOf } from '../../../../electron/shared/store-languages'
import type { ControlProps, PropsOf } from '../control'
import { ControlProblem } from '../ControlProblem'
import classes from '../controls.module.css'
import { useShownLanguage } from './shown-language'

type Props = PropsOf<'translations'> & { Control: ComponentType<ControlProps> }

/** The text in the other languages of the store, or in the one that is shown, by the control of its kind. */
export function TranslationsControl({ Control, value, saved, error, hint, onChange, ...shared }: Props) {
  const { path, kind, words } = shared
  const shown = useShownLanguage()
  const others = languagesOf(words.profile).slice(1)
  const codes = shown === null ? [...new Set([...others, ...Object.keys(value)])] : [shown]
  if (!kind.each) throw new Error(`${path} has no texts.`)
  const each = kind.each
  const [first] = languagesOf(words.profile)
  return (
    <div className={classes.texts}>
      {codes.map((code) => (
        <div key={code} data-field={`${path}.${code}`}>
          <Control
            {...shared}
            path={`${path}.${code}`}
            lang={languageTag(code)}
            label={kind.apart?.({ [code]: '-' }, words)[0]?.label ?? languageName(code)}
            placeholder={first === undefined ? '' : `As in ${languageName(first)}`}
            hint={hint}
            kind={each}
            value={value[code] ?? ''}
            saved={saved[code] ?? ''}
            onChange={(text) => onChange({ ...value, [code]: String(text) })}
          />
        </div>
      ))}
      <ControlProblem error={error} />
    </div>
  )
}
