import { Button } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import type { Description } from '../../components/description-slot'
import { productsText } from '../../../electron/shared/words/counts'
import type { Category } from '../../../electron/shared/store'
import { EmptyNote } from '../../components/EmptyNote'
import { ShownLanguageContext } from '../../components/controls/languages/shown-language'
import { Section } from '../../components/Section'
import { categoryWithKey, type CategoryTree } from '../../format/category-rows'
import { useAccess } from '../../stores/access'
import { useCategoryCount } from '../../stores/category-counts-store'
import { setFilters } from '../../stores/catalogue-store'
import { activateCategory, askAboutCategory, useCategoryViewStore } from '../../stores/category-view-store'
import { leaveShelf, openShelf, saveShelf, setShelfValue, shelfValue, useShelfStore } from '../../stores/shelf-store'
import { useLanguageBeside } from '../../stores/language-beside'
import { useStoreStore } from '../../stores/store-store'
import { showScreen } from '../../stores/view-store'
import classes from './shelves.module.css'
import { saveCategory } from './category-acts'
import { CategoryLanguages, DescriptionIn, ShelfTranslation, type LanguagesSlot } from './CategoryLanguages'
import { CategoryPicture } from './CategoryPicture'
import { CategoryProducts } from './CategoryProducts'
import { PageHeader } from './PageHeader'
import { PageProblem } from './PageProblem'
import { ShelfField, ShelfNotes } from './ShelfField'
import { useKeptPage, usePageKeys, useShelfNews, useTypingUndo } from './use-category-page'

type Props = {
  connectionId: string
  tree: CategoryTree
  description: Description
  languages: (props: LanguagesSlot) => ReactNode
}

/** Everything about one category. */
export function CategoryPage({ connectionId, tree, ...slots }: Props) {
  const active = useCategoryViewStore((view) => view.active)
  const category = categoryWithKey(tree.categories, active)
  const profile = useStoreStore(({ snapshot }) => snapshot?.profile ?? null)
  const language = useLanguageBeside(profile)
  useEffect(() => {
    if (active !== null) void openShelf({ connectionId, thing: 'category', key: active })
  }, [connectionId, active])
  useEffect(() => leaveShelf, [])
  useShelfNews(connectionId)
  useKeptPage()

  if (active === null || !category) {
    return (
      <div className={classes.noPage}>
        <EmptyNote title="No category chosen">Choose one in the tree to see and edit it here.</EmptyNote>
      </div>
    )
  }
  return (
    <section className={classes.page} aria-label={`Category ${category.name}`} data-shelf-page key={active}>
      <ShownLanguageContext value={language}>
        <Page connectionId={connectionId} tree={tree} category={category} {...slots} />
      </ShownLanguageContext>
    </section>
  )
}

const save = () => saveShelf(saveCategory)

function Page({ connectionId, tree, category, description, languages }: Props & { category: Category }) {
  const isReady = useShelfStore(({ open }) => Boolean(open?.detail))
  const html = useShelfStore((state) => String(shelfValue(state, 'description') ?? ''))
  const { canUpdate, reason } = useAccess()
  const readOnly = !canUpdate
  usePageKeys(readOnly ? null : save)
  useTypingUndo()
  return (
    <>
      <PageHeader
        nameless="No name"
        back={{ label: 'All categories', onClick: () => activateCategory(null) }}
        readOnlyReason={readOnly ? reason : null}
        save={save}
        menu={<CategoryLanguages languages={languages} />}
      >
        <Products category={category} />
      </PageHeader>
      <PageProblem />
      {isReady && (
        <div className={classes.body}>
          <Section title="Category">
            <ShelfField field="name" required readOnly={readOnly} />
            <ShelfTranslation of="name" readOnly={readOnly} />
            <ShelfField field="enabled" hint="Shoppers see it." readOnly={readOnly} />
            <Parent tree={tree} category={category} readOnly={readOnly} />
            <div>
              {description({
                connectionId,
                of: 'category',
                label: 'Description',
                value: html,
                readOnly,
                onChange: (next) => setDescription(next),
              })}
              <ShelfNotes field="description" />
            </div>
            <DescriptionIn connectionId={connectionId} description={description} readOnly={readOnly} />
          </Section>
          <CategoryPicture connectionId={connectionId} category={category} readOnly={readOnly} />
          <CategoryProducts connectionId={connectionId} category={category} readOnly={readOnly} />
          <Section
            title="Search engines"
            note="Left empty, the store takes the name and the beginning of the description."
          >
            <ShelfField field="seoTitle" readOnly={readOnly} />
            <ShelfTranslation of="seoTitle" readOnly={readOnly} />
            <ShelfField field="seoDescription" readOnly={readOnly} />
            <ShelfTranslation of="seoDescription" readOnly={readOnly} />
          </Section>
        </div>
      )}
    </>
  )
}

function Products({ category }: { category: Category }) {
  const productCount = useCategoryCount(category.id)
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      className={classes.toProducts}
      onClick={() => {
        setFilters({ categoryIds: [category.id], includeSubcategories: undefined })
        showScreen('catalogue')
      }}
    >
      {productsText(productCount)}
      <span className="visually-hidden"> in the catalogue</span>
    </Button>
  )
}

function Parent({ tree, category, readOnly }: { tree: CategoryTree; category: Category; readOnly: boolean }) {
  const parent = tree.categories.find(({ id }) => id === category.parentId)
  return (
    <div>
      <div className={classes.label}>Parent category</div>
      <div className={classes.parent}>
        <span>{parent?.name ?? 'None: at the top'}</span>
        {!readOnly && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => askAboutCategory({ kind: 'move', key: category.madeAs ?? category.id })}
          >
            Move to…
          </Button>
        )}
      </div>
      <ShelfNotes field="parentId" />
      <ShelfNotes field="orderBy" />
    </div>
  )
}

const setDescription = (html: string): void => setShelfValue('description', html)
