import { z } from 'zod'
import {
  altTypedSchema,
  altWishSchema,
  type AltRow,
  type AltSelection,
  type AltTally,
  type AltWritten,
} from './alt-text'
import type { ChangesSummary } from './change'
import { bulkCalls } from './bulk-calls'
import { changeCalls } from './change-calls'
import { connectionDraftSchema, connectionNameSchema, keySchema, storeIdSchema } from './connection'
import type { Connection, ConnectionTest, RemovalPreview } from './connection'
import type { Export } from './export'
import { exportCalls } from './export-calls'
import type { ImportProgress } from './import'
import { importCalls } from './import-calls'
import { productFieldNames } from './fields/product-fields'
import { fileTokenSchema } from './file-token'
import { idText, inStore, linkText, longestLink, page, typedText } from './limits'
import { defaultedFields, newDefaultsSchema } from './new-defaults'
import type { PictureIntake, StagedPicture } from './picture-intake'
import type { PictureJob } from './picture-job'
import { pictureJobCalls } from './picture-job-calls'
import { productDraftSchema, type NamedProduct, type ProductDetail, type ProductDraft } from './product'
import type { Proposal, TimedProposal } from './proposal'
import { productOwnerSchema, productQuerySchema, type Facets, type ProductPage, type ProductRow } from './product-query'
import { request } from './request'
import { settingsPatchSchema, type AppInfo, type MenuCommand, type Settings } from './settings'
import type { RowsThatMayShow, SheetRow, VariationCounts } from './sheet'
import { shelfDraftSchema, type TypedShelf, type ShelfDetail, type TypeTally } from './shelf'
import type { Snapshots } from './snapshot'
import { snapshotCalls } from './snapshot-calls'
import type { StoreSnapshot, SyncStatus } from './store'
import type { FileSaving, UploadProgress } from './transfers'

const nothing = z.strictObject({})
const id = idText.min(1)
const productId = z.number().int().positive()
/** What was typed since the last answer; what was typed before is kept by the engine. */
const typed = z.array(altTypedSchema).max(1000)

/** Every call from the window to main: name, input schema, output type. The handler table and the window's types follow from it. */
export const requests = {
  'connections.list': request<Connection[]>()(nothing),
  /** With `connectionId` the key may be left out: the stored one is tested. */
  'connections.test': request<ConnectionTest>()(
    z.strictObject({ storeId: storeIdSchema, key: keySchema.optional(), connectionId: id.optional() }),
  ),
  'connections.add': request<Connection>()(connectionDraftSchema),
  'connections.rename': request<Connection>()(z.strictObject({ ...inStore, name: connectionNameSchema })),
  'connections.replaceKey': request<Connection>()(z.strictObject({ ...inStore, key: keySchema })),
  'connections.previewRemoval': request<RemovalPreview>()(z.strictObject(inStore)),
  /** `dropUnsent` is the second yes; without it a connection with unsent changes stays. */
  'connections.remove': request<null>()(z.strictObject({ ...inStore, dropUnsent: z.boolean() })),
  /** Starts the demo store and returns its connection, made on first use. */
  'connections.openDemo': request<Connection>()(nothing),

  /** Opens the local copy and starts a pull in the background. */
  'stores.open': request<StoreSnapshot>()(z.strictObject(inStore)),

  /** What every new product begins with: these fields from now on, and those of `unset` as the store makes them. */
  'stores.setNewDefaults': request<null>()(
    z.strictObject({
      ...inStore,
      set: newDefaultsSchema,
      unset: z.array(z.enum(defaultedFields)).max(defaultedFields.length),
    }),
  ),

  'sync.pull': request<null>()(z.strictObject(inStore)),
  'sync.pausePull': request<null>()(z.strictObject(inStore)),

  'catalogue.search': request<ProductPage>()(
    z.strictObject({
      ...inStore,
      query: productQuerySchema,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
      /** Where nothing is found, also what may be meant. */
      meant: z.boolean().optional(),
    }),
  ),
  /** Of what a search finds, the products that have variations: their places in its list, the first of which is 0. */
  'catalogue.variationCounts': request<VariationCounts>()(z.strictObject({ ...inStore, query: productQuerySchema })),
  'catalogue.facets': request<Facets>()(z.strictObject(inStore)),
  /** Products as rows of a sheet, with the fields that it shows, and their variations where they are unfolded; those that are gone are left out. */
  'catalogue.sheetRows': request<SheetRow[]>()(
    z.strictObject({
      ...inStore,
      productIds: z.array(productId).min(1).max(500),
      fields: z.array(z.enum(productFieldNames)).max(productFieldNames.length),
      variations: z.boolean(),
    }),
  ),
  /**
   * Of a stretch of what a search finds, as far as one comes in some milliseconds: all products in which a cell of these fields, or one of a
   * variation, may show a text, and some that do not.
   */
  'catalogue.rowsThatMayShow': request<RowsThatMayShow>()(
    z.strictObject({
      ...inStore,
      query: productQuerySchema,
      text: typedText,
      fields: z.array(z.enum(productFieldNames)).max(productFieldNames.length),
      variations: z.boolean(),
      from: z.number().int().min(0),
      before: z.number().int().min(0),
    }),
  ),
  'catalogue.product': request<ProductDetail>()(z.strictObject({ ...inStore, productId })),
  /** How many products are filed right in each category, by its id; those without any are left out. */
  'catalogue.categoryCounts': request<Record<number, number>>()(z.strictObject(inStore)),
  /** Of a product type, by the id that products name it by. */
  'catalogue.typeTally': request<TypeTally>()(z.strictObject({ ...inStore, id: z.number().int() })),
  /** A category or product type, by the id that products name it by. */
  'catalogue.shelf': request<ShelfDetail>()(
    z.strictObject({ ...inStore, thing: z.enum(['category', 'productType']), id: z.number().int() }),
  ),
  /** Another product that has this already, itself or in a variation. */
  'catalogue.owner': request<ProductRow | null>()(z.strictObject({ ...inStore, ...productOwnerSchema.shape })),
  /** Products by the ids that others name them by; those that are not here are left out. */
  'catalogue.named': request<NamedProduct[]>()(
    z.strictObject({ ...inStore, references: z.array(z.number().int()).max(1000) }),
  ),
  /** Of many SKUs, those that other products or their variations have already. */
  'catalogue.takenSkus': request<string[]>()(
    z.strictObject({ ...inStore, skus: z.array(typedText).max(5000), exceptProductId: productId.nullable() }),
  ),

  ...changeCalls,

  /** `productId` null: the form of a product that does not exist yet. `draft` null: there is none any more. */
  'drafts.put': request<null>()(
    z.strictObject({
      ...inStore,
      drafts: z
        .array(z.strictObject({ productId: productId.nullable(), draft: productDraftSchema.nullable() }))
        .min(1)
        .max(200),
    }),
  ),
  /** Of a category or product type; null: there is none any more. */
  'drafts.putShelf': request<null>()(
    z.strictObject({
      ...inStore,
      thing: z.enum(['category', 'productType']),
      id: z.number().int(),
      draft: shelfDraftSchema.nullable(),
    }),
  ),
  /** Categories and product types that something is typed into and not saved. */
  'drafts.shelves': request<TypedShelf[]>()(z.strictObject(inStore)),
  'drafts.get': request<ProductDraft | null>()(z.strictObject({ ...inStore, productId: productId.nullable() })),
  'drafts.remove': request<null>()(z.strictObject({ ...inStore, productId: productId.nullable() })),

  /** Looks at files before anything is sent; folders are walked. One verdict per file. */
  'pictures.inspect': request<PictureIntake[]>()(z.strictObject({ files: z.array(fileTokenSchema).min(1).max(5000) })),
  /** Copies a file into the store's staging folder under its content hash. */
  'pictures.stage': request<StagedPicture>()(z.strictObject({ ...inStore, file: fileTokenSchema })),
  /** The same for bytes made in the window: a converted or pasted picture. */
  'pictures.stageBytes': request<StagedPicture>()(
    z.strictObject({ ...inStore, name: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) }),
  ),
  /** Bytes of a local picture that the window has to convert. */
  'pictures.read': request<Uint8Array<ArrayBuffer>>()(z.strictObject({ file: fileTokenSchema })),
  /** The same for what a checked link leads to. */
  'pictures.readLink': request<Uint8Array<ArrayBuffer>>()(z.strictObject({ url: linkText })),
  /** Whether a link leads to a picture the store can fetch. */
  'pictures.checkUrl': request<{ name: string; type: string; bytes: number | null }>()(
    z.strictObject({ url: linkText }),
  ),

  /** Copies a file for buyers, whatever it is, into the store's staging folder. */
  'files.stage': request<{ hash: string; size: number; name: string }>()(
    z.strictObject({ ...inStore, file: fileTokenSchema }),
  ),
  /** Asks where on this computer a file for buyers is wanted, and downloads it there. False: nowhere. */
  'files.save': request<boolean>()(z.strictObject({ ...inStore, productId, fileId: z.number().int() })),
  /** Nothing of it stays on this computer; whoever asked for it hears that it was saved nowhere. */
  'files.stopSaving': request<null>()(z.strictObject({ ...inStore, productId, fileId: z.number().int() })),

  ...pictureJobCalls,
  ...bulkCalls,
  ...exportCalls,
  ...importCalls,
  ...snapshotCalls,

  /** Keeps the products with pictures that a query finds, as they are found now, until the next call. */
  'altTexts.select': request<AltSelection>()(z.strictObject({ ...inStore, query: productQuerySchema })),
  /** Picture by picture; null: described or removed since. */
  'altTexts.page': request<(AltRow | null)[]>()(altWishSchema.extend({ ...inStore, ...page })),
  /** What would be written; keeps what is typed. A newer question ends an older one with `cancelled`. */
  'altTexts.tally': request<AltTally>()(altWishSchema.extend({ ...inStore, typed })),
  /** Lets go of what was typed and not written. */
  'altTexts.forget': request<null>()(z.strictObject({ ...inStore, selectionId: z.number().int() })),
  /** Writes the texts as one change set. */
  'altTexts.write': request<AltWritten>()(altWishSchema.extend({ ...inStore, typed })),

  'settings.get': request<Settings>()(nothing),
  'settings.set': request<Settings>()(settingsPatchSchema),

  'app.info': request<AppInfo>()(nothing),
  'app.openDataFolder': request<null>()(nothing),
  /** https only, in the OS browser. */
  'app.openExternal': request<null>()(z.strictObject({ url: z.url({ protocol: /^https$/ }).max(longestLink) })),
  'app.isOnline': request<boolean>()(nothing),
  /** What the keys for it do, where the focus is. */
  'app.edit': request<null>()(z.strictObject({ command: z.enum(['cut', 'copy', 'paste']) })),
} as const

export type RequestName = keyof typeof requests
export type RequestInput<Name extends RequestName> = z.input<(typeof requests)[Name]['input']>
export type ParsedInput<Name extends RequestName> = z.output<(typeof requests)[Name]['input']>
export type RequestOutput<Name extends RequestName> = Parameters<(typeof requests)[Name]['output']>[0]

/** Main tells, the window listens. The whole new state of a small thing, or a revision number for a large one. */
export type Events = {
  'connections.changed': Connection[]
  'sync.changed': { connectionId: string; sync: SyncStatus }
  /** Profile, categories or product types changed. */
  'stores.changed': StoreSnapshot
  /** `productIds`: which rows changed; null = too many to name. */
  'catalogue.changed': { connectionId: string; revision: number; productCount: number; productIds: number[] | null }
  'changes.changed': ChangesSummary
  /** Everything being uploaded right now. */
  'uploads.changed': { connectionId: string; uploads: UploadProgress[] }
  /** Every file for buyers that is being saved on this computer right now. */
  'savings.changed': { connectionId: string; savings: FileSaving[] }
  'pictureJobs.changed': PictureJob
  /** Edits of many products that are being made, reviewed or written. */
  'bulk.changed': Proposal
  /** All that begins or ends at a time of its own. */
  'bulk.timed': { connectionId: string; timed: TimedProposal[] }
  /** Products on their way into a file. */
  'exports.changed': Export
  /** How many products with names of pictures are looked at for an import; null: none are any more. */
  'imports.progress': { connectionId: string; progress: ImportProgress | null }
  'snapshots.changed': Snapshots
  /** The person asked for this upload outside of the window. */
  'pictureJobs.show': { connectionId: string; jobId: number }
  /** The part that keeps the stores' data died and was started again: what was asked of it last may not be done. */
  'engine.restarted': Record<never, never>
  'settings.changed': Settings
  'network.changed': { online: boolean }
  'menu.command': MenuCommand
}
export type EventName = keyof Events

/**
 * An event that costs something to make: it is made when it is sent, once for all that are drawn together. Null: there is nothing to tell
 * any more. `productIds`: drawn together from all of them.
 */
export type AsSent<Payload> = {
  connectionId: string
  productIds?: number[] | null
  asSent: (productIds: number[] | null) => Payload | null
}
export type Emit = <Name extends EventName>(name: Name, told: Events[Name] | AsSent<Events[Name]>) => void
