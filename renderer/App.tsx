import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { ErrorBoundary } from './components/ErrorBoundary'
import { AltTextsDialog } from './features/alt-texts/AltTextsDialog'
import { CataloguePane } from './features/catalogue/CataloguePane'
import { RevertDialog } from './features/changes/RevertDialog'
import { UndoKeys } from './features/changes/UndoKeys'
import { ConnectionDialogs } from './features/connections/ConnectionDialogs'
import { ConnectionsSection } from './features/connections/ConnectionsSection'
import { Welcome } from './features/connections/Welcome'
import { dropOnProduct } from './features/images/drop-on-product'
import { PictureJobsHost } from './features/picture-jobs/PictureJobsHost'
import { ColorScheme } from './features/shell/ColorScheme'
import { Shell } from './features/shell/Shell'
import { useSettingsStore } from './stores/settings-store'
import { cssVariables, theme } from './theme'

// The list is there first. The form comes with the editor of descriptions, half of all code: it is read while nobody waits,
// the other screens when they are shown.
const loadProduct = () => import('./features/product/ProductPane')
const ProductPane = lazy(async () => ({ default: (await loadProduct()).ProductPane }))
const MediaTab = lazy(async () => ({ default: (await import('./features/images/MediaTab')).MediaTab }))
const ProductHistory = lazy(async () => ({
  default: (await import('./features/changes/ProductHistory')).ProductHistory,
}))
const ChangesScreen = lazy(async () => ({ default: (await import('./features/changes/ChangesScreen')).ChangesScreen }))
const PictureJobsScreen = lazy(async () => ({
  default: (await import('./features/picture-jobs/PictureJobsScreen')).PictureJobsScreen,
}))
const SettingsScreen = lazy(async () => ({
  default: (await import('./features/settings/SettingsScreen')).SettingsScreen,
}))

// The settings file remembers the scheme; the window's own storage is not asked.
const schemeManager: MantineColorSchemeManager = {
  get: () => useSettingsStore.getState().colorScheme,
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
}

/** Features never import each other: here they are put together. */
export function App() {
  useEffect(() => {
    const reading = requestIdleCallback(() => void loadProduct())
    return () => cancelIdleCallback(reading)
  }, [])
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={schemeManager}>
      <ColorScheme />
      <ErrorBoundary what="Stockroom">
        <Notifications position="bottom-right" limit={4} />
        <Shell
          welcome={<Welcome />}
          catalogue={<CataloguePane onDropFiles={(id, files, urls) => void dropOnProduct(id, files, urls)} />}
          product={
            <Later>
              <ProductPane
                media={(productId) => (
                  <Later>
                    <MediaTab productId={productId} />
                  </Later>
                )}
                history={(productId) => (
                  <Later>
                    <ProductHistory productId={productId} />
                  </Later>
                )}
              />
            </Later>
          }
          changes={
            <Later>
              <ChangesScreen />
            </Later>
          }
          pictures={
            <Later>
              <PictureJobsScreen />
            </Later>
          }
          settings={
            <Later>
              <SettingsScreen connections={<ConnectionsSection />} />
            </Later>
          }
        />
        <ConnectionDialogs />
        <RevertDialog />
        <UndoKeys />
        <PictureJobsHost />
        <AltTextsDialog />
      </ErrorBoundary>
    </MantineProvider>
  )
}

/** Reading a screen takes some milliseconds, too few to say anything about it. */
function Later({ children }: { children: ReactNode }) {
  return <Suspense fallback={null}>{children}</Suspense>
}
