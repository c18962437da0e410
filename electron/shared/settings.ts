import { z } from 'zod'
import { idText, keyText } from './limits'

export const catalogueFaces = ['list', 'sheet'] as const
export type CatalogueFace = (typeof catalogueFaces)[number]

/** The columns of a store's sheet from the left, as wide as its owner made them. */
const sheetLayout = z.array(z.strictObject({ path: keyText, width: z.number().min(40).max(2000).nullable() })).max(200)
const keptSheet = z.strictObject({
  connectionId: idText,
  columns: sheetLayout,
  /** So many columns from the left stay in sight. */
  frozen: z.number().int().min(1).max(50).default(1),
  /** Variations stand below their products. */
  unfolded: z.boolean().default(false),
  /** Or in their place. */
  flat: z.boolean().default(false),
})
const sheetLayouts = z.array(keptSheet).max(200)
export type KeptSheet = z.infer<typeof keptSheet>
export type SheetLayout = z.infer<typeof sheetLayout>

export const settingsSchema = z.object({
  colorScheme: z.enum(['auto', 'light', 'dark']).default('auto'),
  /** Tell by a system notification when long work ends while the window is in the background. */
  notifications: z.boolean().default(true),
  lastConnectionId: z.string().nullable().default(null),
  catalogueFace: z.enum(catalogueFaces).catch('list').default('list'),
  sheetLayouts: sheetLayouts.catch([]).default([]),
})
export type Settings = z.infer<typeof settingsSchema>
export const settingsPatchSchema = z.strictObject({
  colorScheme: z.enum(['auto', 'light', 'dark']).optional(),
  notifications: z.boolean().optional(),
  lastConnectionId: idText.nullable().optional(),
  catalogueFace: z.enum(catalogueFaces).optional(),
  sheetLayouts: sheetLayouts.optional(),
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
  'export-products',
  'import-products',
  'next-product',
  'previous-product',
] as const
export type MenuCommand = (typeof menuCommands)[number]
