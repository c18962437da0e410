import { ActionIcon } from '@mantine/core'
import { IconDots, IconTrash } from '@tabler/icons-react'
import { useEffect, type ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { missingAttributeNames } from '../../../electron/shared/fields/attribute-names'
import { entriesOf } from '../../../electron/shared/fields/list-kind'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { productsText } from '../../../electron/shared/words/counts'
import type { TypeTally } from '../../../electron/shared/shelf'
import type { ProductType } from '../../../electron/shared/store'
import { ShownLanguageContext, useShownLanguage } from '../../components/controls/languages/shown-language'
import { EmptyNote } from '../../components/EmptyNote'
import { Section } from '../../components/Section'
import { Menu } from '../../overlays/Menu'
import { useAccess } from '../../stores/access'
import { leaveShelf, openShelf, saveShelf, shelfValue, useShelfStore } from '../../stores/shelf-store'
import { useLanguageBeside } from '../../stores/language-beside'
import { useStoreStore } from '../../stores/store-store'
import { useTypeTally } from '../../stores/type-tally'
import { activateType, askAboutType, useTypeViewStore } from '../../stores/type-view-store'
import type { LanguagesSlot } from './CategoryLanguages'
import { PageHeader } from './PageHeader'
import { PageProblem } from './PageProblem'
import { ShelfField } from './ShelfField'
import classes from './shelves.module.css'
import { useActiveType } from './TypeList'
import { saveType } from './type-acts'
import { useKeptPage, usePageKeys, useShelfNews, useTypingUndo } from './use-category-page'

type Languages = (props: LanguagesSlot) => ReactNode
type Props = { connectionId: string; types: readonly ProductType[]; languages: Languages }

/** Everything about one product type. */
export function TypePage({ connectionId, types, languages }: Props) {
  const chosen = useTypeViewStore((view) => view.active)
  const type = useActiveType(types)
  const language = useLanguageBeside(useStoreStore(({ snapshot }) => snapshot?.profile ?? null))
  useEffect(() => {
    if (chosen !== null) void openShelf({ connectionId, thing: 'productType', key: chosen })
  }, [connectionId, chosen])
  useEffect(() => leaveShelf, [])
  useShelfNews(connectionId)
  useKeptPage()

  if (!type) {
    return (
      <div className={classes.noPage}>
        <EmptyNote title="No product type chosen">
          Choose one in the list to see and edit its attributes here.
        </EmptyNote>
      </div>
    )
  }
  return (
    <section className={classes.page} aria-label={`Product type ${type.name}`} data-shelf-page key={chosen}>
      <ShownLanguageContext value={language}>
        <Page connectionId={connectionId} type={type} languages={languages} />
      </ShownLanguageContext>
    </section>
  )
}

const save = () => saveShelf(saveType)

function Page({ connectionId, type, languages }: { connectionId: string; type: ProductType; languages: Languages }) {
  const isReady = useShelfStore(({ open }) => open?.thing === 'productType' && Boolean(open.detail))
  const { canUpdate, reason } = useAccess()
  const readOnly = !canUpdate
  const isGeneral = type.id === 0
  const tally = useTypeTally(connectionId, type.id)
  usePageKeys(readOnly ? null : save)
  useTypingUndo()
  return (
    <>
      <PageHeader
        nameless={isGeneral ? type.name : 'No name'}
        back={{ label: 'All product types', onClick: () => activateType(null) }}
        readOnlyReason={readOnly ? reason : null}
        save={save}
        menu={
          <>
            <TypeLanguages languages={languages} />
            {!readOnly && !isGeneral && <TypeMenu />}
          </>
        }
      >
        <p className={classes.below}>{tally === null ? 'Counting its products…' : productsText(tally.products)}</p>
      </PageHeader>
      <PageProblem />
      {isReady && (
        <div className={classes.body}>
          {!isGeneral && (
            <Section title="Product type">
              <ShelfField field="name" required readOnly={readOnly} />
            </Section>
          )}
          <Section title="Attributes" note={isGeneral ? 'Every product of the store has these.' : undefined}>
            <ShelfField field="attributes" isLabelHidden readOnly={readOnly} />
            <Removed tally={tally} />
          </Section>
        </div>
      )}
    </>
  )
}

/** Which of the store's languages stands beside its first one, and which names are missing in it. */
function TypeLanguages({ languages }: { languages: Languages }) {
  const shown = useShownLanguage()
  const missing = useShelfStore(
    useShallow((state) => (shown === null ? [] : missingAttributeNames(shelfValue(state, 'attributes'), shown))),
  )
  const missingIn = (language: string) =>
    missingAttributeNames(shelfValue(useShelfStore.getState(), 'attributes'), language)
  return languages({ missing, missingIn })
}

function TypeMenu() {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label="More actions">
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          color="var(--stock-danger-text)"
          leftSection={<IconTrash size={16} />}
          onClick={() => askAboutType('delete')}
        >
          Delete…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** What goes with attributes that were removed and are not saved yet. */
function Removed({ tally }: { tally: TypeTally | null }) {
  const saved = useShelfStore(({ open }) => open?.detail?.fields['attributes'])
  const typed = useShelfStore((state) => shelfValue(state, 'attributes'))
  const kept = new Set(entriesOf(typed).map(({ id }) => id))
  const gone = entriesOf(saved).filter(({ id }) => id !== undefined && !kept.has(id))
  if (gone.length === 0) return null
  return (
    <output className={classes.note} data-tone="warning">
      {gone.map(({ id, name }) => (
        <span key={String(id)}>{goesWith(String(name), tally?.values[Number(id)])}</span>
      ))}
    </output>
  )
}

function goesWith(name: string, count: number | undefined): string {
  if (count === undefined) return `${name} goes with its values when this is saved.`
  if (count === 0) return `${name} goes when this is saved. No product has a value for it.`
  const products = count === 1 ? 'that 1 product has' : `that ${formatNumber(count)} products have`
  return `${name} goes when this is saved, and with it the value ${products} for it.`
}
