import { firstShown } from '../../electron/shared/connection'
import type { StoreSnapshot } from '../../electron/shared/store'
import { call, on } from '../bridge'
import { noteProposal } from './bulk-store'
import { noteCatalogue } from './catalogue-revision-store'
import { noteChanges } from './changes-store'
import { runCommand } from './command-store'
import { useConnectionStore } from './connection-store'
import { noteRestart } from './engine-store'
import { noteExport } from './exports-store'
import { noteImportProgress } from './imports-store'
import { setOnline } from './network-store'
import { choosePictureJob, notePictureJob } from './picture-jobs-store'
import { useSettingsStore } from './settings-store'
import { noteSavings } from './savings-store'
import { shareEqual } from './share-equal'
import { noteSnapshots } from './snapshots-store'
import { openStore, useStoreStore } from './store-store'
import { noteTimed } from './timed-store'
import { noteUploads } from './uploads-store'
import { showScreen, useViewStore } from './view-store'

/** The only place that listens to main. A listener sets a store; only after a restart what is shown is read again. Returns the function that stops all. */
export function subscribe(): () => void {
  const stops = [
    on('connections.changed', (connections) => useConnectionStore.setState({ connections })),
    on('settings.changed', (settings) => useSettingsStore.setState(settings)),
    on('engine.restarted', () => void noteRestart()),
    on('network.changed', ({ online }) => setOnline(online)),
    on('changes.changed', noteChanges),
    on('catalogue.changed', (news) => {
      noteCatalogue(news)
      patchSnapshot(news.connectionId, { productCount: news.productCount })
    }),
    on('uploads.changed', ({ connectionId, uploads }) => noteUploads(connectionId, uploads)),
    on('savings.changed', ({ connectionId, savings }) => noteSavings(connectionId, savings)),
    on('pictureJobs.changed', notePictureJob),
    on('bulk.changed', noteProposal),
    on('bulk.timed', noteTimed),
    on('exports.changed', noteExport),
    on('imports.progress', noteImportProgress),
    on('snapshots.changed', noteSnapshots),
    on('pictureJobs.show', showUpload),
    on('sync.changed', ({ connectionId, sync }) => patchSnapshot(connectionId, { sync })),
    on('stores.changed', (snapshot) => patchSnapshot(snapshot.connectionId, snapshot)),
    on('menu.command', (command) => void runCommand(command)),
  ]
  return () => stops.forEach((stop) => stop())
}

/** What is there at the start; the store shown last opens again. Listening must have begun, or news could be missed. */
export async function loadStart(): Promise<void> {
  const [connections, settings, online] = await Promise.all([
    call('connections.list', {}),
    call('settings.get', {}),
    call('app.isOnline', {}),
  ])
  useConnectionStore.setState({ connections })
  useSettingsStore.setState(settings)
  setOnline(online)
  const first = firstShown(connections, settings)
  if (first) void openStore(first.id)
}

function showUpload({ connectionId, jobId }: { connectionId: string; jobId: number }): void {
  if (useViewStore.getState().connectionId !== connectionId) void openStore(connectionId)
  choosePictureJob(connectionId, jobId)
  showScreen('pictures')
}

function patchSnapshot(connectionId: string, patch: Partial<StoreSnapshot>): void {
  useStoreStore.setState(({ snapshot }) => {
    if (snapshot?.connectionId !== connectionId) return {}
    return { snapshot: shareEqual(snapshot, { ...snapshot, ...patch }) }
  })
}
