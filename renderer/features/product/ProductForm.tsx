import { Tabs } from '@mantine/core'
import { useEffect, useMemo, type ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useCommand } from '../../stores/command-store'
import { undoEdit, useProductStore } from '../../stores/product-store'
import { productTabs, showProductTab, useViewStore, type ProductTab } from '../../stores/view-store'
import { refusedPictures, storeErrors, type FormError } from './form-errors'
import { useFormState } from './form-state'
import { Notices } from './Notices'
import classes from './product.module.css'
import { ProductHeader } from './ProductHeader'
import { AttributesTab } from './tabs/AttributesTab'
import { GeneralTab } from './tabs/GeneralTab'
import { NewProductMedia } from './tabs/NewProductMedia'
import { OptionsTab } from './tabs/OptionsTab'
import { SeoTab } from './tabs/SeoTab'
import { ShippingTab } from './tabs/ShippingTab'
import { useFormActions } from './use-form-actions'
import { goToField, useFormKeys } from './use-form-keys'

const tabLabels: Record<ProductTab, string> = {
  general: 'General',
  attributes: 'Attributes',
  options: 'Options & variations',
  shipping: 'Shipping & tax',
  seo: 'SEO',
  media: 'Media',
  history: 'History',
}

const none: never[] = []

type Props = {
  media: (productId: number) => ReactNode
  history: (productId: number) => ReactNode
  readOnlyReason: string | null
}

export function ProductForm({ media, history, readOnlyReason }: Props) {
  const tab = useViewStore((view) => view.productTab)
  const target = useProductStore(({ open }) => open?.target)
  const shownTabs = productTabs.filter((name) => name !== 'history' || typeof target === 'number')
  const problems = useProblems()
  const actions = useFormActions(problems)
  useFormKeys({ problems, save: actions.save })
  useCommand('save', actions.save)
  const isShown = useViewStore((view) => view.screen === 'catalogue')
  const hasSteps = useProductStore(({ open }) => (open?.steps.length ?? 0) > 0)
  // Once nothing typed is left to take back, undo means what was saved.
  useCommand('undo-change', hasSteps && isShown ? undoEdit : null)
  useCommand('duplicate-product', actions.duplicate)
  useCommand('delete-product', actions.remove)
  useScrollToTop(tab)
  useEffect(() => {
    if (target === 'new') goToField({ path: 'name', tab: 'general' })
  }, [target])

  return (
    <>
      <ProductHeader actions={actions} readOnlyReason={readOnlyReason} />
      <Notices actions={actions} />
      <Tabs
        className={classes.tabs}
        value={tab}
        onChange={(next) => showProductTab((next ?? 'general') as ProductTab)}
        activateTabWithKeyboard
      >
        <Tabs.List className={classes.tabList} aria-label="Parts of the product" data-product-tabs>
          {shownTabs.map((name) => (
            <Tabs.Tab key={name} value={name} rightSection={<TabCount problems={problems} tab={name} />}>
              {tabLabels[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <div className={classes.body} id="product-form-body">
          <Tabs.Panel value="general" className={classes.panel}>
            <GeneralTab />
          </Tabs.Panel>
          <Tabs.Panel value="attributes" className={classes.panel}>
            <AttributesTab />
          </Tabs.Panel>
          {/* Nothing in it takes the focus, so it does itself: it must scroll by keyboard. */}
          <Tabs.Panel value="options" className={classes.panel} tabIndex={0}>
            <OptionsTab />
          </Tabs.Panel>
          <Tabs.Panel value="shipping" className={classes.panel}>
            <ShippingTab />
          </Tabs.Panel>
          <Tabs.Panel value="seo" className={classes.panel}>
            <SeoTab />
          </Tabs.Panel>
          <Tabs.Panel value="media" className={`${classes.panel} ${classes.filled}`}>
            {typeof target === 'number' ? media(target) : <NewProductMedia create={actions.saveThenMedia} />}
          </Tabs.Panel>
          <Tabs.Panel value="history" className={classes.panel} tabIndex={0}>
            {typeof target === 'number' && history(target)}
          </Tabs.Panel>
        </div>
      </Tabs>
    </>
  )
}

/** Everything that wants to be mended, typed or refused, in the order of the screen. */
function useProblems(): FormError[] {
  const { errors } = useFormState()
  const edits = useProductStore(({ open }) => open?.edits)
  const problems = useProductStore(({ open }) => open?.detail?.problems ?? none)
  const pictureChanges = useProductStore(useShallow(({ open }) => refusedPictures(open?.detail)))
  return useMemo(() => {
    if (!edits) return errors
    const refused = storeErrors(problems, pictureChanges, edits)
    return [...errors, ...refused.filter(({ path }) => !errors.some((error) => error.path === path))]
  }, [errors, edits, problems, pictureChanges])
}

function TabCount({ problems, tab }: { problems: FormError[]; tab: ProductTab }) {
  const count = problems.filter((problem) => problem.tab === tab).length
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
