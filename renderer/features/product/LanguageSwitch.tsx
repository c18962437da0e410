import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import { missingTexts } from '../../../electron/shared/fields/missing-texts'
import { newProductFields } from '../../../electron/shared/fields/product-fields'
import { languageName } from '../../../electron/shared/language-name'
import type { StoreProfile } from '../../../electron/shared/store'
import { languagesOf } from '../../../electron/shared/store-languages'
import { Menu } from '../../overlays/Menu'
import { valuesOf } from '../../stores/product-edits'
import { useProductStore } from '../../stores/product-store'
import { showLanguage, useViewStore } from '../../stores/view-store'
import { useFormState } from './form-state'
import classes from './language-switch.module.css'

/** The language that is shown beside the first one; null for a store that has it no more, or has no other. */
export function useLanguageBeside(profile: StoreProfile | null): string | null {
  const wanted = useViewStore((view) => view.language)
  const [, ...others] = languagesOf(profile)
  return wanted !== null && others.includes(wanted) ? wanted : null
}

/** Which of the store's languages stands beside its first one. A store with one language has no switch. */
export function LanguageSwitch() {
  const { profile } = useFormState()
  const [first, ...others] = languagesOf(profile)
  const shown = useLanguageBeside(profile)
  const missing = useMissing(shown)
  if (first === undefined || others.length === 0) return null
  const said = [namesOf(first, shown), missing > 0 && `${missing} missing`].filter(Boolean).join(', ')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={`Languages: ${said}`}>
          <UnstyledButton className={classes.button}>
            <span className="visually-hidden">Languages: {said}</span>
            <IconLanguage size={18} aria-hidden />
            {shown !== null && <span aria-hidden>{shown.toUpperCase()}</span>}
            {missing > 0 && (
              <span className={classes.missing} aria-hidden>
                {missing}
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
            <Menu.RadioItem
              key={language}
              value={language}
              closeMenuOnClick
              rightSection={<MissingCount language={language} />}
            >
              {namesOf(first, language)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}

const namesOf = (first: string, other: string | null): string =>
  other === null ? languageName(first) : `${languageName(first)} and ${languageName(other)}`

/** How many texts say nothing in a language. */
const useMissing = (language: string | null): number =>
  useProductStore(({ open }) => {
    const values = open ? valuesOf(open.edits) : newProductFields
    return language === null ? 0 : missingTexts((name) => values[name], language)
  })

function MissingCount({ language }: { language: string }) {
  const count = useMissing(language)
  return count === 0 ? null : <span className={classes.missing}>{count} missing</span>
}
