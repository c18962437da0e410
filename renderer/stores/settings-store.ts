import { create } from 'zustand'
import { settingsSchema, type Settings } from '../../electron/shared/settings'
import { call } from '../bridge'

/** Mirror of the settings file. */
export const useSettingsStore = create<Settings>(() => settingsSchema.parse({}))

export async function saveSettings(patch: Partial<Settings>): Promise<void> {
  useSettingsStore.setState(await call('settings.set', patch))
}

/** Which store to open at the next start. Not worth a message when it fails: the first store opens then. */
export function rememberConnection(lastConnectionId: string | null): void {
  if (useSettingsStore.getState().lastConnectionId === lastConnectionId) return
  saveSettings({ lastConnectionId }).catch(() => undefined)
}
