import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { languageName } from '../../../electron/shared/language-name'
import type { StoreProfile } from '../../../electron/shared/store'
import { languagesOf } from '../../../electron/shared/store-languages'
import { Menu } from '../../overlays/Menu'
import { useLanguageBeside } from '../../stores/language-beside'
import { showLanguage } from '../../stores/view-store'
import classes from './language-switch.module.css'

type Props = {
  profile: StoreProfile | null
  /** Names of the texts that say nothing in the language that is shown. */
  missing: readonly string[]
  /** Beside each language, what of it is missing; asked once the menu is open. */
  missingIn: (language: string) => ReactNode
}

const namedAtMost = 12

/** Which of the store's languages stands beside its first one. A store with one language has no switch. */
export function LanguageMenu({ profile, missing, missingIn }: Props) {
  const [first, ...others] = languagesOf(profile)
  const shown = useLanguageBeside(profile)
  if (first === undefined || others.length === 0) return null
  const said = [namesOf(first, shown), missing.length > 0 && `${missing.length} missing`].filter(Boolean).join(', ')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip
          label={missing.length > 0 ? `Languages: ${said}: ${listed(missing)}` : `Languages: ${said}`}
          multiline
          maw={320}
        >
          <UnstyledButton className={classes.button}>
            <span className="visually-hidden">Languages: {said}</span>
            <IconLanguage size={18} aria-hidden />
            {shown !== null && <span aria-hidden>{shown.toUpperCase()}</span>}
            {missing.length > 0 && (
              <span className={classes.missing} aria-hidden>
                {missing.length}
              </span>
            )}
          </UnstyledButton>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={shown ?? ''} onChange={(language) => showLanguage(language || null)}>
          <Menu.RadioItem value="" closeMenuOnClick>
            {languageName(first)} only
          </Menu.RadioItem>
          {others.map((language) => (
            <Menu.RadioItem key={language} value={language} closeMenuOnClick rightSection={missingIn(language)}>
              {namesOf(first, language)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {shown !== null && missing.length > 0 && (
          <Menu.Label className={classes.named}>
            Missing in {languageName(shown)}: {listed(missing)}
          </Menu.Label>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

const namesOf = (first: string, other: string | null): string =>
  other === null ? languageName(first) : `${languageName(first)} and ${languageName(other)}`

function listed(missing: readonly string[]): string {
  const rest = missing.length - namedAtMost
  return [...missing.slice(0, namedAtMost), ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
}

/** What of a language is missing, in few words. */
export function MissingCount({ count }: { count: number }) {
  return count === 0 ? null : <span className={classes.missing}>{count} missing</span>
}
