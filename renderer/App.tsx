import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { ErrorBoundary } from './components/ErrorBoundary'
import { AltTextsDialog } from './features/alt-texts/AltTextsDialog'
import { CataloguePane } from './features/catalogue/CataloguePane'
import { ChangesScreen } from './features/changes/ChangesScreen'
import { ProductHistory } from './features/changes/ProductHistory'
import { RevertDialog } from './features/changes/RevertDialog'
import { UndoKeys } from './features/changes/UndoKeys'
import { ConnectionDialogs } from './features/connections/ConnectionDialogs'
import { ConnectionsSection } from './features/connections/ConnectionsSection'
import { Welcome } from './features/connections/Welcome'
import { dropOnProduct } from './features/images/drop-on-product'
import { MediaTab } from './features/images/MediaTab'
import { PictureJobsHost } from './features/picture-jobs/PictureJobsHost'
import { PictureJobsScreen } from './features/picture-jobs/PictureJobsScreen'
import { ProductPane } from './features/product/ProductPane'
import { SettingsScreen } from './features/settings/SettingsScreen'
import { ColorScheme } from './features/shell/ColorScheme'
import { Shell } from './features/shell/Shell'
import { useSettingsStore } from './stores/settings-store'
import { cssVariables, theme } from './theme'

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
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={schemeManager}>
      <ColorScheme />
      <ErrorBoundary what="Stockroom">
        <Notifications position="bottom-right" limit={4} />
        <Shell
          welcome={<Welcome />}
          catalogue={<CataloguePane onDropFiles={(id, files, urls) => void dropOnProduct(id, files, urls)} />}
          product={
            <ProductPane
              media={(productId) => <MediaTab productId={productId} />}
              history={(productId) => <ProductHistory productId={productId} />}
            />
          }
          changes={<ChangesScreen />}
          pictures={<PictureJobsScreen />}
          settings={<SettingsScreen connections={<ConnectionsSection />} />}
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
