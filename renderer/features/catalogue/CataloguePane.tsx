import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useCallback, useEffect, useMemo, useRef, type ComponentType, type Ref } from 'react'
import { Banner } from '../../components/Banner'
import { tellNotAllowed } from '../../components/notify'
import { takePictures } from '../../components/take-pictures'
import { openCatalogue, refresh, useCatalogueStore } from '../../stores/catalogue-store'
import type { DroppedPictures } from '../../stores/dropped-pictures'
import { useFace } from '../../stores/open-view-store'
import { useStoreStore } from '../../stores/store-store'
import { useStoreWords } from '../../stores/store-words'
import { useViewStore } from '../../stores/view-store'
import { AddToCategory } from './AddToCategory'
import { CatalogueEmpty } from './CatalogueEmpty'
import classes from './CataloguePane.module.css'
import { CatalogueToolbar } from './CatalogueToolbar'
import { FilterLine, type ViewParts } from './FilterLine'
import { CategoryDropPanel } from './CategoryDropPanel'
import { columnsFor, isCompactAt } from './grid-columns'
import { needlesOf, skuNeedlesOf } from './highlight'
import { ProductGrid, type GridHandle } from './ProductGrid'
import type { RowLook } from './ProductGridRow'
import { sortedColumn } from './product-sorts'
import { PullBar } from './PullBar'
import { RowMenu } from './RowMenu'
import { SelectionBar } from './SelectionBar'
import { useManyActions } from './use-many-actions'
import { useRowActions } from './use-row-actions'

type Props = {
  /** Pictures dropped on a row; without it rows take none. */
  onDropFiles?: (productId: number, files: File[], urls: string[]) => void
  /** The same products as a sheet. */
  sheet: ComponentType<{ connectionId: string; ref: Ref<GridHandle> }>
  view: ViewParts
}

/** The catalogue of the store on screen: search, filters, list. */
export function CataloguePane({ onDropFiles, sheet: Sheet, view }: Props) {
  const connectionId = useStoreStore((state) => state.snapshot?.connectionId ?? null)
  useEffect(() => (connectionId === null ? undefined : openCatalogue(connectionId)), [connectionId])

  const { ref: pane, width } = useElementSize<HTMLDivElement>()
  const isProductOpen = useViewStore((view) => view.product !== null)
  const isCompact = isCompactAt(width, isProductOpen)
  const look = useRowLook(connectionId ?? '', width, isCompact)

  const grid = useRef<GridHandle>(null)
  const focusList = useCallback(() => grid.current?.focus(), [])
  const actions = useRowActions()
  const many = useManyActions()
  useFocusAfterClosing(isProductOpen, focusList)
  const total = useCatalogueStore((state) => (state.connectionId === connectionId ? state.total : null))
  const problem = useCatalogueStore((state) => state.problem)
  const face = useFace()
  const drop =
    onDropFiles &&
    ((productId: number, dropped: DroppedPictures) =>
      actions.canUpdate
        ? takePictures(({ files, urls }) => onDropFiles(productId, files, urls))(dropped)
        : tellNotAllowed(actions.reason))

  return (
    <div ref={pane} className={classes.pane}>
      <CatalogueToolbar isCompact={isCompact} onEnterList={focusList} />
      <FilterLine view={view} />
      <PullBar />
      {problem && total !== null && total > 0 && <StaleList message={problem.message} />}
      {total === 0 || (total === null && problem) ? (
        <CatalogueEmpty />
      ) : face === 'sheet' && connectionId !== null ? (
        <Sheet ref={grid} connectionId={connectionId} />
      ) : (
        <ProductGrid
          ref={grid}
          look={look}
          actions={actions}
          many={many}
          onDrop={drop ?? null}
          refuses={actions.canUpdate ? null : actions.reason}
        />
      )}
      <SelectionBar isCompact={isCompact} actions={many} focusList={focusList} />
      <RowMenu actions={actions} focusList={focusList} />
      <AddToCategory focusList={focusList} />
      <CategoryDropPanel />
    </div>
  )
}

/** A form that closes takes the focus with it: the list takes it over, so that the keys go on. */
function useFocusAfterClosing(isProductOpen: boolean, focusList: () => void): void {
  const wasOpen = useRef(isProductOpen)
  useEffect(() => {
    if (wasOpen.current && !isProductOpen && document.activeElement === document.body) focusList()
    wasOpen.current = isProductOpen
  })
}

function useRowLook(connectionId: string, width: number, isCompact: boolean): RowLook {
  const words = useStoreWords()
  const sorted = useCatalogueStore((state) => sortedColumn(state.sort))
  const text = useCatalogueStore((state) => state.answeredFilters.text)
  const keyword = useCatalogueStore((state) => state.answeredFilters.keyword)
  const names = columnsFor(width, isCompact, sorted)
    .map(({ key }) => key)
    .join()
  const cells = useMemo(
    () => ({ connectionId, columns: columnsFor(width, isCompact, sorted), isCompact, words }),
    // oxlint-disable-next-line react/exhaustive-deps -- a width that shows the same columns changes nothing
    [connectionId, names, isCompact, words],
  )
  return useMemo(
    () => ({ cells, needles: needlesOf({ text, keyword }), skuNeedles: skuNeedlesOf({ text, keyword }) }),
    [cells, text, keyword],
  )
}

/** The rows shown stay; they are only not the newest. */
function StaleList({ message }: { message: string }) {
  return (
    <Banner
      tone="warning"
      action={
        <Button size="compact-sm" variant="default" onClick={refresh}>
          Try again
        </Button>
      }
    >
      {message}
    </Banner>
  )
}
