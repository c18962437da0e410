import type { ReactNode } from 'react'
import { ErrorBoundary } from '../../components/ErrorBoundary'
import { useConnectionStore } from '../../stores/connection-store'
import { useViewStore } from '../../stores/view-store'
import { AccessBanner } from './AccessBanner'
import { Announcer } from './Announcer'
import { Sidebar, type SidebarViews } from './Sidebar'
import classes from './Shell.module.css'
import { RestartNotice } from './RestartNotice'
import { StoreNotice } from './StoreNotice'
import { useShellCommands } from './use-shell-commands'
import { ShortcutSheet } from './ShortcutSheet'

type Slots = {
  /** First start: no store is connected. */
  welcome: ReactNode
  /** Below the catalogue's button. */
  views: SidebarViews
  catalogue: ReactNode
  product: ReactNode
  review: ReactNode
  changes: ReactNode
  pictures: ReactNode
  categories: ReactNode
  types: ReactNode
  snapshots: ReactNode
  settings: ReactNode
}

/** The window: stores and screens at the side, the chosen screen beside them. */
export function Shell({
  welcome,
  views,
  catalogue,
  product,
  review,
  changes,
  pictures,
  categories,
  types,
  snapshots,
  settings,
}: Slots) {
  const screen = useViewStore((view) => view.screen)
  const connectionId = useViewStore((view) => view.connectionId)
  const productOpen = useViewStore((view) => view.product !== null)
  const noStores = useConnectionStore((state) => state.connections.length === 0)
  useShellCommands()

  return (
    <div className={classes.window}>
      {!noStores && <Sidebar views={views} />}
      <main className={classes.main}>
        {noStores || connectionId === null ? (
          welcome
        ) : (
          <>
            <RestartNotice />
            {screen !== 'settings' && <AccessBanner />}
            {screen !== 'settings' && <StoreNotice />}
            {/* Hidden, not unmounted: the list keeps its place and the form what was typed. */}
            <div className={classes.catalogue} data-product-open={productOpen} hidden={screen !== 'catalogue'}>
              <section className={classes.list} aria-label="Catalogue">
                <h1 className="visually-hidden">Catalogue</h1>
                <ErrorBoundary what="The catalogue">{catalogue}</ErrorBoundary>
              </section>
              {productOpen && (
                <section className={classes.product} aria-label="Product">
                  <ErrorBoundary what="The product form">{product}</ErrorBoundary>
                </section>
              )}
            </div>
            {screen === 'review' && (
              <section className={classes.screen} aria-label="Review">
                <ErrorBoundary what="The review">{review}</ErrorBoundary>
              </section>
            )}
            {screen === 'changes' && (
              <section className={classes.screen} aria-label="Changes">
                <ErrorBoundary what="The list of changes">{changes}</ErrorBoundary>
              </section>
            )}
            {screen === 'pictures' && (
              <section className={classes.screen} aria-label="Pictures">
                <ErrorBoundary what="The screen of pictures">{pictures}</ErrorBoundary>
              </section>
            )}
            {screen === 'categories' && (
              <section className={classes.screen} aria-label="Categories">
                <ErrorBoundary what="The screen of categories">{categories}</ErrorBoundary>
              </section>
            )}
            {screen === 'types' && (
              <section className={classes.screen} aria-label="Product types">
                <ErrorBoundary what="The screen of product types">{types}</ErrorBoundary>
              </section>
            )}
            {screen === 'snapshots' && (
              <section className={classes.screen} aria-label="Snapshots">
                <ErrorBoundary what="The list of snapshots">{snapshots}</ErrorBoundary>
              </section>
            )}
            {screen === 'settings' && (
              <section className={classes.screen} aria-label="Settings">
                <ErrorBoundary what="The settings screen">{settings}</ErrorBoundary>
              </section>
            )}
          </>
        )}
      </main>
      <Announcer />
      <ShortcutSheet />
    </div>
  )
}
