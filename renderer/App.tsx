import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useEffect, type ComponentProps } from 'react'
import { ProductSourceContext } from './components/controls/products/product-source'
import { ErrorBoundary } from './components/ErrorBoundary'
import { later, readWhileIdle } from './components/later'
import { AltTextsDialog } from './features/alt-texts/AltTextsDialog'
import { BulkHost } from './features/bulk/BulkHost'
import { ColumnHeadPanel } from './features/catalogue/ColumnHeadPanel'
import { CataloguePane } from './features/catalogue/CataloguePane'
import { RevertDialog } from './features/changes/RevertDialog'
import { UndoKeys } from './features/changes/UndoKeys'
import { ExportForm, ExportHost } from './features/exports/ExportHost'
import { ImportDialog, ImportHost } from './features/imports/ImportHost'
import { ConnectionDialogs } from './features/connections/ConnectionDialogs'
import { ConnectionsSection } from './features/connections/ConnectionsSection'
import { Welcome } from './features/connections/Welcome'
import { dropOnProduct } from './features/pictures/drop-on-product'
import { PictureJobsHost } from './features/picture-jobs/PictureJobsHost'
import { ColorScheme } from './features/shell/ColorScheme'
import { Shell } from './features/shell/Shell'
import { ShownView } from './features/views/ShownView'
import { ViewActions } from './features/views/ViewActions'
import { ViewList } from './features/views/ViewList'
import { ViewsHost } from './features/views/ViewsHost'
import { useCatalogueStore } from './stores/catalogue-store'
import { useConnectionStore } from './stores/connection-store'
import { productSource } from './stores/product-names'
import { useSettingsStore } from './stores/settings-store'
import { cssVariables, theme } from './theme'

// The list is there first: the form comes with the editor of descriptions, half of all code.
const ProductPane = later(async () => (await import('./features/product/ProductPane')).ProductPane)
const MediaTab = later(async () => (await import('./features/pictures/MediaTab')).MediaTab)
const ProductHistory = later(async () => (await import('./features/changes/ProductHistory')).ProductHistory)
const ChangesScreen = later(async () => (await import('./features/changes/ChangesScreen')).ChangesScreen)
const ReviewScreen = later(async () => (await import('./features/bulk/ReviewScreen')).ReviewScreen)
const TimedChanges = later(async () => (await import('./features/bulk/TimedChanges')).TimedChanges)
const PictureJobsScreen = later(
  async () => (await import('./features/picture-jobs/PictureJobsScreen')).PictureJobsScreen,
)
const CategoriesScreen = later(async () => (await import('./features/shelves/CategoriesScreen')).CategoriesScreen)
const ProductTypesScreen = later(async () => (await import('./features/shelves/ProductTypesScreen')).ProductTypesScreen)
const DescriptionBox = later(async () => (await import('./features/product/description/DescriptionBox')).DescriptionBox)
const SheetPane = later(async () => (await import('./features/sheet/SheetPane')).SheetPane)
const CategoryLanguages = later(async () => (await import('./features/product/LanguagesOf')).LanguagesOf)
const Differences = later(async () => (await import('./features/changes/Differences')).Differences)
const SnapshotsScreen = later(async () => (await import('./features/snapshots/SnapshotsScreen')).SnapshotsScreen)
const SettingsScreen = later(async () => (await import('./features/settings/SettingsScreen')).SettingsScreen)

function SheetFace(props: Omit<ComponentProps<typeof SheetPane>, 'description' | 'headPanel'>) {
  return (
    <SheetPane
      {...props}
      description={(box) => <DescriptionBox {...box} />}
      headPanel={(head) => <ColumnHeadPanel {...head} />}
    />
  )
}

// The settings file remembers the scheme; the window's own storage is not asked.
const schemeManager: MantineColorSchemeManager = {
  get: () => useSettingsStore.getState().colorScheme,
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
}

const viewParts = { name: <ShownView />, actions: <ViewActions /> }

/** Features never import each other: here they are put together. */
export function App() {
  // Whoever waits for the first rows does not wait for the code of other screens.
  const isListShown = useCatalogueStore((state) => state.total !== null || state.problem !== null)
  const noStores = useConnectionStore((state) => state.connections.length === 0)
  const mayRead = isListShown || noStores
  useEffect(
    () =>
      mayRead
        ? readWhileIdle([
            ProductPane,
            MediaTab,
            ProductHistory,
            ReviewScreen,
            ChangesScreen,
            PictureJobsScreen,
            CategoriesScreen,
            ProductTypesScreen,
            SnapshotsScreen,
            SettingsScreen,
            ExportForm,
            ImportDialog,
          ])
        : undefined,
    [mayRead],
  )
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={schemeManager}>
      <ColorScheme />
      <ErrorBoundary what="Stockroom">
        <ProductSourceContext value={productSource}>
          <Notifications position="bottom-right" limit={4} />
          <Shell
            welcome={<Welcome />}
            views={(room) => <ViewList {...room} />}
            catalogue={
              <CataloguePane
                onDropFiles={(id, files, urls) => void dropOnProduct(id, files, urls)}
                sheet={SheetFace}
                view={viewParts}
              />
            }
            product={
              <ProductPane
                media={(productId) => <MediaTab productId={productId} />}
                history={(productId) => <ProductHistory productId={productId} />}
              />
            }
            review={<ReviewScreen />}
            changes={<ChangesScreen description={(props) => <DescriptionBox {...props} />} timed={<TimedChanges />} />}
            pictures={<PictureJobsScreen />}
            categories={
              <CategoriesScreen
                description={(props) => <DescriptionBox {...props} />}
                languages={(props) => <CategoryLanguages {...props} />}
              />
            }
            types={<ProductTypesScreen languages={(props) => <CategoryLanguages {...props} />} />}
            snapshots={<SnapshotsScreen differences={(props) => <Differences {...props} />} />}
            settings={<SettingsScreen connections={<ConnectionsSection />} />}
          />
          <ConnectionDialogs />
          <RevertDialog />
          <UndoKeys />
          <PictureJobsHost />
          <AltTextsDialog />
          <BulkHost />
          <ExportHost />
          <ViewsHost />
          <ImportHost />
        </ProductSourceContext>
      </ErrorBoundary>
    </MantineProvider>
  )
}
