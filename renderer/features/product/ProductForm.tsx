import { Tabs } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import { notifyDone } from '../../components/notify'
import { useCommand } from '../../stores/command-store'
import { openedProduct, redoEdit, undoEdit, useProductStore } from '../../stores/product-store'
import { productTabs, showProductTab, useViewStore, type ProductTab } from '../../stores/view-store'
import { useProblemCount } from './form-problems'
import { Notices } from './Notices'
import classes from './product.module.css'
import { GoingVariations } from './GoingVariations'
import { ProductHeader } from './ProductHeader'
import { AttributesTab } from './tabs/AttributesTab'
import { GeneralTab } from './tabs/GeneralTab'
import { NewProductMedia } from './tabs/NewProductMedia'
import { OptionsTab } from './tabs/OptionsTab'
import { PricesTab } from './tabs/PricesTab'
import { RelatedTab } from './tabs/RelatedTab'
import { SeoTab } from './tabs/SeoTab'
import { ShippingTab } from './tabs/ShippingTab'
import { useFormActions } from './use-form-actions'
import { goToField } from './go-to-field'
import { useFormKeys } from './use-form-keys'
import { walkList } from './walk-list'

const tabLabels: Record<ProductTab, string> = {
  general: 'General',
  prices: 'Prices',
  attributes: 'Attributes',
  options: 'Options & variations',
  shipping: 'Shipping & tax',
  seo: 'SEO',
  related: 'Related',
  media: 'Media',
  history: 'History',
}

type Props = {
  media: (productId: number) => ReactNode
  history: (productId: number) => ReactNode
  readOnlyReason: string | null
}

export function ProductForm({ media, history, readOnlyReason }: Props) {
  const tab = useViewStore((view) => view.productTab)
  const target = useProductStore(({ open }) => open?.target)
  const shownTabs = productTabs.filter((name) => name !== 'history' || typeof target === 'number')
  const actions = useFormActions()
  useFormKeys(actions)
  useCommand('save', actions.save)
  useCommand('save-and-next', actions.saveAndNext)
  useCommand('next-product', () => void walkList(1))
  useCommand('previous-product', () => void walkList(-1))
  useCommand('duplicate-product', actions.duplicate)
  useCommand('delete-product', actions.remove)
  useScrollToTop(tab)
  useEffect(() => {
    if (target === 'new') goToField({ path: 'name', tab: 'general' })
  }, [target])

  return (
    <>
      <UndoTyping />
      <ProductHeader actions={actions} readOnlyReason={readOnlyReason} />
      <Notices actions={actions} />
      <GoingVariations onConfirm={actions.saveAndRemove} />
      <Tabs
        className={classes.tabs}
        value={tab}
        onChange={(next) => showProductTab((next ?? 'general') as ProductTab)}
        activateTabWithKeyboard
      >
        <Tabs.List className={classes.tabList} aria-label="Parts of the product" data-product-tabs>
          {shownTabs.map((name) => (
            <Tabs.Tab key={name} value={name} rightSection={<TabCount tab={name} />}>
              {tabLabels[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <div className={classes.body} id="product-form-body" data-scroller>
          <Tabs.Panel value="general" className={classes.panel}>
            <GeneralTab />
          </Tabs.Panel>
          <Tabs.Panel value="prices" className={classes.panel}>
            <PricesTab />
          </Tabs.Panel>
          <Tabs.Panel value="attributes" className={classes.panel}>
            <AttributesTab />
          </Tabs.Panel>
          <Tabs.Panel value="options" className={classes.panel}>
            <OptionsTab />
          </Tabs.Panel>
          <Tabs.Panel value="shipping" className={classes.panel}>
            <ShippingTab />
          </Tabs.Panel>
          <Tabs.Panel value="seo" className={classes.panel}>
            <SeoTab />
          </Tabs.Panel>
          <Tabs.Panel value="related" className={classes.panel}>
            <RelatedTab />
          </Tabs.Panel>
          <Tabs.Panel value="media" className={`${classes.panel} ${classes.filled}`}>
            {typeof target === 'number' ? media(target) : <NewProductMedia create={actions.saveThenMedia} />}
          </Tabs.Panel>
          {/* Where nothing in it takes the focus it does itself: it must scroll by keyboard. */}
          <Tabs.Panel value="history" className={classes.panel} tabIndex={0}>
            {typeof target === 'number' && history(target)}
          </Tabs.Panel>
        </div>
      </Tabs>
    </>
  )
}

/** Once nothing typed is left to take back, undo means what was saved; what is typed is newer than what was undone elsewhere. */
function UndoTyping() {
  const isShown = useViewStore((view) => view.screen === 'catalogue')
  const hasSteps = useProductStore(({ open }) => (open?.steps.length ?? 0) > 0)
  const hasUndone = useProductStore(({ open }) => (open?.undone.length ?? 0) > 0)
  useCommand('undo-change', hasSteps && isShown ? undoEdit : null)
  useCommand('redo-change', (hasSteps || hasUndone) && isShown ? redoInForm : null)
  return null
}

function redoInForm(): void {
  if (openedProduct()?.undone.length) redoEdit()
  else notifyDone('There is nothing to redo.')
}

function TabCount({ tab }: { tab: ProductTab }) {
  const count = useProblemCount(tab)
  if (count === 0) return null
  return (
    <span className={classes.tabCount}>
      {count}
      <span className="visually-hidden">{count === 1 ? ' error' : ' errors'}</span>
    </span>
  )
}

function useScrollToTop(tab: ProductTab): void {
  useEffect(() => {
    document.getElementById('product-form-body')?.scrollTo({ top: 0 })
  }, [tab])
}
