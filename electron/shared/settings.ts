import { z } from 'zod'
import { keptSheetSchema } from './kept-sheet'
import { keptViewsSchema } from './kept-view'
import { idText } from './limits'

export const catalogueFaces = ['list', 'sheet'] as const
export type CatalogueFace = (typeof catalogueFaces)[number]

const sheetLayouts = z.array(keptSheetSchema).max(200)

export const settingsSchema = z.object({
  colorScheme: z.enum(['auto', 'light', 'dark']).default('auto'),
  /** Tell by a system notification when long work ends while the window is in the background. */
  notifications: z.boolean().default(true),
  lastConnectionId: z.string().nullable().default(null),
  catalogueFace: z.enum(catalogueFaces).catch('list').default('list'),
  sheetLayouts: sheetLayouts.catch([]).default([]),
  /** Of all stores, each in its order. */
  views: keptViewsSchema.default([]),
})
export type Settings = z.infer<typeof settingsSchema>
export const settingsPatchSchema = z.strictObject({
  colorScheme: z.enum(['auto', 'light', 'dark']).optional(),
  notifications: z.boolean().optional(),
  lastConnectionId: idText.nullable().optional(),
  catalogueFace: z.enum(catalogueFaces).optional(),
  sheetLayouts: sheetLayouts.optional(),
  views: keptViewsSchema.optional(),
})

export type AppInfo = {
  version: string
  electronVersion: string
  platform: string
  dataFolder: string
  logFile: string
  /** False: keys live only until the app quits. */
  keychainWorks: boolean
}

const menuCommands = [
  'new-product',
  'find',
  'save',
  'save-and-next',
  'duplicate-product',
  'delete-product',
  'refresh',
  'add-connection',
  'show-catalogue',
  'show-changes',
  'show-pictures',
  'show-categories',
  'show-types',
  'show-snapshots',
  'show-settings',
  'show-shortcuts',
  'undo-change',
  'redo-change',
  'alt-texts',
  'save-view',
  'go-to-view',
  'export-products',
  'import-products',
  'next-product',
  'previous-product',
] as const
export type MenuCommand = (typeof menuCommands)[number]
