import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { isEqual } from '../../../electron/shared/fields/equal'
import type { KindName } from '../../../electron/shared/fields/kind'
import { fieldOf } from '../../../electron/shared/fields/product-fields'
import { validateProduct } from '../../../electron/shared/fields/validate-product'
import { blankFields, defaultedFields, type NewDefaults } from '../../../electron/shared/new-defaults'
import type { StoreSnapshot } from '../../../electron/shared/store'
import { call, problemOf } from '../../bridge'
import { textsWithin, type TextsSet, type TypedTexts } from '../../components/controls/control'
import { ControlOf } from '../../components/controls/ControlOf'
import { notifyProblem } from '../../components/notify'
import { unreadSentence } from '../../format/number-question'
import { useAccess } from '../../stores/access'
import { useStoreWords } from '../../stores/store-words'

/** In a product’s form a section says what it is. */
const unlabelled: ReadonlySet<KindName> = new Set(['categories'])

type Field = (typeof defaultedFields)[number]

/** What every new product of the store begins with; each edit is kept at once. */
export function NewProducts({ snapshot }: { snapshot: StoreSnapshot }) {
  const { connectionId, profile, newDefaults } = snapshot
  const words = useStoreWords()
  const { canCreate } = useAccess()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  // As it was edited here: the engine may know of it a moment later, and of what is wrong not at all.
  const [mine, setMine] = useState<NewDefaults>({})
  const values = { ...blankFields(profile), ...newDefaults, ...mine }
  const problems = validateProduct(mine)

  const texts: TypedTexts = {
    at: (path) => typed[path],
    set: (path, text) => setTyped((all) => withTexts(all, { [path]: text })),
    problemAt: (path) => {
      const text = typed[path]
      return text === undefined ? problems[path] : unreadSentence(path, text, profile)
    },
    isWrong: (path) => Object.keys(typed).some((at) => at.startsWith(path)),
    within: (path) => textsWithin(typed, path),
  }

  function set(field: Field, value: unknown, changed: TextsSet = {}): void {
    setTyped((all) => withTexts(all, changed))
    setMine((now) => ({ ...now, [field]: value }))
    if (Object.keys(validateProduct({ [field]: value })).length > 0) return
    const isBlank = isEqual(value, blankFields(profile)[field])
    const change = isBlank ? { set: {}, unset: [field] } : { set: { [field]: value }, unset: [] }
    call('stores.setNewDefaults', { connectionId, ...change }).catch((error: unknown) =>
      notifyProblem(problemOf(error)),
    )
  }

  // What the store does not have yet has another id once it does.
  const inStore = {
    ...words,
    categories: words.categories.filter(({ id }) => id > 0),
    productTypes: words.productTypes.filter(({ id }) => id >= 0),
  }
  return (
    <Stack gap="md">
      <Text>
        Each new product of {profile?.storeName || 'this store'} begins with these values. You see them in its form and
        can change them there.
      </Text>
      {defaultedFields.map((field) => {
        const { kind, label, hint } = fieldOf(field)
        const error = problems[field]
        return (
          <div key={field} data-field={field}>
            {unlabelled.has(kind.name) && (
              <Text fw={500} mb={4}>
                {label}
              </Text>
            )}
            <ControlOf
              {...{ kind, label, hint, texts }}
              words={inStore}
              path={field}
              value={values[field]}
              saved={newDefaults[field] ?? blankFields(profile)[field]}
              readOnly={!canCreate}
              {...(error !== undefined && { error })}
              onChange={(value, changed) => set(field, value, changed)}
            />
          </div>
        )
      })}
    </Stack>
  )
}

function withTexts(all: Readonly<Record<string, string>>, changed: TextsSet): Record<string, string> {
  const next = Object.entries({ ...all, ...changed })
  return Object.fromEntries(next.flatMap(([path, text]) => (text === null ? [] : [[path, text]])))
}
