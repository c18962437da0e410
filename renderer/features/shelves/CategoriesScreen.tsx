import { Button, CloseButton, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import type { Description } from '../../components/description-slot'
import type { Category } from '../../../electron/shared/store'
import { EmptyNote } from '../../components/EmptyNote'
import { isComposing } from '../../components/keys'
import parts from '../../components/screen-parts.module.css'
import { treeOf } from '../../format/category-rows'
import { useAccess } from '../../stores/access'
import { useCountedCategories } from '../../stores/category-counts-store'
import {
  askAboutCategory,
  enterCategories,
  searchCategories,
  useCategoryViewStore,
} from '../../stores/category-view-store'
import { useStoreStore } from '../../stores/store-store'
import { useViewStore } from '../../stores/view-store'
import classes from './shelves.module.css'
import { CategoryDialogs } from './CategoryDialogs'
import type { LanguagesSlot } from './CategoryLanguages'
import { CategoryPage } from './CategoryPage'
import { CategoryTree, type TreeHandle } from './CategoryTree'
import { UntranslatedFilter } from './UntranslatedFilter'
import { useTypedBefore } from './use-typed'

const none: Category[] = []

type Slots = {
  description: Description
  languages: (props: LanguagesSlot) => ReactNode
}

/** The tree of categories, and the page of the one that has the focus. */
export function CategoriesScreen(slots: Slots) {
  const connectionId = useViewStore((view) => view.connectionId)
  const categories = useStoreStore((state) => state.snapshot?.categories) ?? none
  const isReady = useCategoryViewStore((view) => view.connectionId === connectionId)
  const tree = useMemo(() => treeOf(categories), [categories])
  useCountedCategories(connectionId)
  useTypedBefore(connectionId)
  const handle = useRef<TreeHandle>(null)

  useEffect(() => {
    if (connectionId !== null) enterCategories(connectionId, categories.length)
  }, [connectionId, categories.length])

  if (connectionId === null || !isReady) return null
  return (
    <div className={classes.screen}>
      <h1 className="visually-hidden">Categories</h1>
      <div className={classes.side}>
        <div className={parts.toolbar}>
          <SearchBox onEnterTree={() => handle.current?.focus()} />
          <NewCategory />
        </div>
        {categories.length > 0 && <UntranslatedFilter categories={categories} />}
        {categories.length === 0 ? (
          <EmptyNote title="No categories yet">
            Categories are the shelves of your store: shoppers walk through them. “New category” makes the first.
          </EmptyNote>
        ) : (
          <CategoryTree ref={handle} tree={tree} />
        )}
      </div>
      <CategoryPage key={connectionId} connectionId={connectionId} tree={tree} {...slots} />
      <CategoryDialogs tree={tree} onClosed={() => handle.current?.focus()} />
    </div>
  )
}

function SearchBox({ onEnterTree }: { onEnterTree: () => void }) {
  const text = useCategoryViewStore((view) => view.text)
  const clear = () => searchCategories('')
  return (
    <TextInput
      className={parts.search}
      type="search"
      aria-label="Search categories"
      placeholder="Search categories"
      value={text}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text !== '' && <CloseButton size="sm" aria-label="Clear the search" onClick={clear} />}
      onChange={(event) => searchCategories(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (isComposing(event)) return
        if (event.key === 'Escape' && text !== '') clear()
        else if (event.key === 'ArrowDown' || event.key === 'Enter') {
          event.preventDefault()
          onEnterTree()
        }
      }}
    />
  )
}

function NewCategory() {
  const { canCreate, reason } = useAccess()
  return (
    <Tooltip label={canCreate ? 'New category' : reason} multiline maw={280}>
      <Button
        h={34}
        leftSection={<IconPlus size={16} aria-hidden />}
        data-disabled={canCreate ? undefined : true}
        aria-disabled={!canCreate}
        onClick={() => canCreate && askAboutCategory({ kind: 'create', below: 0 })}
      >
        New category
      </Button>
    </Tooltip>
  )
}
