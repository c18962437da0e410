import { Button, Loader, Text } from '@mantine/core'
import { useEffect, useMemo, type ReactNode } from 'react'
import parts from '../../components/screen-parts.module.css'
import { useAccess } from '../../stores/access'
import { useCatalogueRevisionStore } from '../../stores/catalogue-revision-store'
import { useDraftsOnDisk } from '../../stores/drafts-on-disk'
import { useLanguageBeside } from '../../stores/language-beside'
import { leaveProduct, openProduct, refreshProduct, useProductStore } from '../../stores/product-store'
import { useStoreWords } from '../../stores/store-words'
import { closeProduct, useViewStore } from '../../stores/view-store'
import { ShownLanguageContext } from '../../components/controls/languages/shown-language'
import { FormStateContext, type FormState } from './form-state'
import classes from './product.module.css'
import { ProductForm } from './ProductForm'

type Tabs = { media: (productId: number) => ReactNode; history: (productId: number) => ReactNode }

/** The form of the product that the view names. `media` and `history` are what these tabs show. */
export function ProductPane({ media, history }: Tabs) {
  const connectionId = useViewStore((view) => view.connectionId)
  const target = useViewStore((view) => view.product)
  const phase = useProductStore(({ open }) => open?.phase)
  const shown = useProductStore(({ open }) => open?.target)

  useEffect(() => {
    if (connectionId === null || target === null) return
    void openProduct(connectionId, target)
  }, [connectionId, target])
  useEffect(() => leaveProduct, [])
  useNews()
  useDraftsOnDisk()

  if (target === null || connectionId === null) return null
  return (
    <div className={classes.pane}>
      {shown !== target || phase === undefined || phase === 'loading' ? (
        <div className={classes.message}>
          <Loader size="sm" aria-label="Opening the product" />
        </div>
      ) : phase === 'ready' ? (
        <ReadyForm key={`${connectionId} ${target}`} media={media} history={history} />
      ) : (
        <Missing />
      )}
    </div>
  )
}

function ReadyForm({ media, history }: Tabs) {
  const words = useStoreWords()
  const connectionId = useProductStore(({ open }) => open?.connectionId ?? '')
  const isNew = useProductStore(({ open }) => open?.target === 'new')
  const access = useAccess()
  const readOnly = isNew ? !access.canCreate : !access.canUpdate
  const form = useMemo<FormState>(() => ({ ...words, connectionId, readOnly }), [words, connectionId, readOnly])
  return (
    <FormStateContext value={form}>
      <ShownLanguageContext value={useLanguageBeside(form.profile)}>
        <ProductForm media={media} history={history} readOnlyReason={readOnly ? access.reason : null} />
      </ShownLanguageContext>
    </FormStateContext>
  )
}

function Missing() {
  const phase = useProductStore(({ open }) => open?.phase)
  const problem = useProductStore(({ open }) => open?.problem)
  return (
    <div className={classes.message} role="alert">
      <Text>
        {phase === 'gone' ? 'This product was deleted.' : (problem?.message ?? 'The product could not be opened.')}
      </Text>
      <div className={parts.actions}>
        {phase === 'failed' && <Button onClick={() => void refreshProduct()}>Try again</Button>}
        <Button variant="default" onClick={closeProduct}>
          Close
        </Button>
      </div>
    </div>
  )
}

/** Reads the product again when main says that it changed. */
function useNews(): void {
  useEffect(
    () =>
      useCatalogueRevisionStore.subscribe(({ byConnection }, before) => {
        const open = useProductStore.getState().open
        if (!open || open.target === 'new') return
        const news = byConnection[open.connectionId]
        if (!news || news === before.byConnection[open.connectionId]) return
        if (news.productIds === null || news.productIds.includes(open.target)) void refreshProduct()
      }),
    [],
  )
}
