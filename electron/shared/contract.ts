import { z } from 'zod'
import {
  altTypedSchema,
  altWishSchema,
  type AltRow,
  type AltSelection,
  type AltTally,
  type AltWritten,
} from './alt-text'
import {
  changeFilters,
  operationSchema,
  revertChoiceSchema,
  type ChangeSetView,
  type ChangeView,
  type ChangesSummary,
  type ConflictPage,
  type HistoryEntry,
  type RedoableSet,
  type RevertEntry,
  type RevertTally,
} from './change'
import { bulkCalls } from './bulk-calls'
import { connectionDraftSchema, connectionNameSchema, keySchema, storeIdSchema } from './connection'
import type { Connection, ConnectionTest, RemovalPreview } from './connection'
import type { Export } from './export'
import { exportCalls } from './export-calls'
import { importCalls } from './import-calls'
import { productFieldNames } from './fields/product-fields'
import { fileTokenSchema } from './file-token'
import { actSchema } from './change-address'
import { idText, keyText, linkText, longestLink, page, typedText } from './limits'
import { defaultedFields, newDefaultsSchema } from './new-defaults'
import type { PictureIntake, StagedPicture } from './picture-intake'
import {
  fileSelectionSchema,
  pictureAssignmentSchema,
  pictureJobOptionsPatchSchema,
  pictureVerdicts,
  preparedResultSchema,
  reportOutcomes,
  type AlikeFiles,
  type AltPreview,
  type PatternPreview,
  type PictureJob,
  type PictureJobFile,
  type PictureJobProduct,
  type PictureReportRow,
  type PictureToPrepare,
} from './picture-job'
import { productDraftSchema, type NamedProduct, type ProductDetail, type ProductDraft } from './product'
import type { Proposal, TimedProposal } from './proposal'
import { productOwnerSchema, productQuerySchema, type Facets, type ProductPage, type ProductRow } from './product-query'
import { request } from './request'
import { wantedLabelSchema } from './set-label'
import { settingsPatchSchema, type AppInfo, type MenuCommand, type Settings } from './settings'
import type { SheetRow } from './sheet'
import { shelfDraftSchema, type ShelfDetail, type TypeTally } from './shelf'
import type { StoreSnapshot, SyncStatus } from './store'
import type { FileSaving, UploadProgress } from './transfers'

const nothing = z.strictObject({})
const id = idText.min(1)
const productId = z.number().int().positive()
const inStore = { connectionId: id }
/** What a person points at one by one; more than that is named by its set or its kind. */
const changeIds = z.array(z.number().int()).min(1).max(100)
const changeId = z.number().int()
const changeSetId = z.number().int()
/** What was typed since the last answer; what was typed before is kept by the engine. */
const typed = z.array(altTypedSchema).max(1000)
const pictureJobId = z.number().int().positive()
const pictureJob = { ...inStore, jobId: pictureJobId }

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
    }),
  ),
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

  /** Plans, stores and queues the operations as one change set; answers when they are on disk, before the network is asked. */
  'changes.apply': request<{ changeSetId: number | null; productIds: number[] }>()(
    z.strictObject({
      ...inStore,
      source: z.enum(['form', 'list', 'pictures']),
      label: wantedLabelSchema,
      operations: z.array(operationSchema).min(1).max(5000),
    }),
  ),
  'changes.list': request<{ total: number; sets: ChangeSetView[] }>()(
    z.strictObject({
      ...inStore,
      filter: z.enum(changeFilters),
      productId: productId.optional(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
    }),
  ),
  'changes.summary': request<ChangesSummary>()(z.strictObject(inStore)),
  /** The life of one product: what was changed here and by others, newest first. */
  'changes.history': request<{ total: number; entries: HistoryEntry[] }>()(
    z.strictObject({ ...inStore, productId, ...page }),
  ),
  /** The changes of one set, in the order they were made. */
  'changes.ofSet': request<ChangeView[]>()(z.strictObject({ ...inStore, changeSetId, ...page })),
  /** Sends everything of a set that is refused, held or waiting, now. */
  'changes.retrySet': request<null>()(z.strictObject({ ...inStore, changeSetId })),
  /** Sends refused, held or waiting changes again, now. */
  'changes.retry': request<null>()(z.strictObject({ ...inStore, changeIds })),
  /** Takes changes back that are not in the store. */
  'changes.takeBack': request<null>()(z.strictObject({ ...inStore, changeIds })),
  /** Keeps back what waits of a set, or lets it go again. */
  'changes.hold': request<null>()(z.strictObject({ ...inStore, changeSetId, hold: z.boolean() })),
  /** The same for everything of the store, also what is still to come; remembered over restarts. */
  'changes.holdAll': request<null>()(z.strictObject({ ...inStore, hold: z.boolean() })),
  /** What taking a set back would do now, a page of its products at a time; with `changeId`: that one of its changes. */
  'changes.previewRevert': request<RevertEntry[]>()(
    z.strictObject({ ...inStore, changeSetId, changeId: changeId.optional(), ...page }),
  ),
  /** To how much of it. A newer question ends an older one with `cancelled`. */
  'changes.tallyRevert': request<RevertTally>()(z.strictObject({ ...inStore, changeSetId })),
  /**
   * A new change set that leads back; what is still waiting is simply taken back. What was changed since goes back where it was
   * chosen from the preview, stays with a `choice` that does not name it, and is asked about as a conflict where nothing was chosen.
   */
  'changes.revert': request<{ changeSetId: number | null }>()(
    z.strictObject({
      ...inStore,
      changeSetId,
      changeId: changeId.optional(),
      choice: revertChoiceSchema.optional(),
    }),
  ),
  /** The newest change set that an undo takes back; null when there is none. */
  'changes.lastUndoable': request<ChangeSetView | null>()(z.strictObject(inStore)),
  /** What was taken back last, until something new is done; null when there is nothing to do again. */
  'changes.lastRedoable': request<RedoableSet | null>()(z.strictObject(inStore)),
  /** Does again what an undo took back; `revertSetId` is what the undo answered. */
  'changes.redo': request<{ changeSetId: number | null }>()(
    z.strictObject({ ...inStore, changeSetId, revertSetId: changeSetId.nullable() }),
  ),
  /** `from`: the conflict that the page begins with, wherever it stands by now, or what follows it. */
  'changes.conflicts': request<ConflictPage>()(
    z.strictObject({ ...inStore, ...page, from: z.number().int().optional() }),
  ),
  /** Decides conflicts. Nothing is sent for a few seconds, within which `changes.undecide` takes the decision back. */
  'changes.resolve': request<null>()(
    z.strictObject({ ...inStore, changeIds, take: z.enum(['mine', 'theirs', 'value']), value: z.unknown().optional() }),
  ),
  /** Decides all conflicts of one kind alike; `together` names what it decided. */
  'changes.resolveKind': request<{ together: number; count: number }>()(
    z.strictObject({
      ...inStore,
      kind: z.strictObject({ ...actSchema.omit({ key: true }).shape, field: keyText.nullable() }),
      take: z.enum(['mine', 'theirs']),
    }),
  ),
  'changes.undecide': request<null>()(z.strictObject({ ...inStore, changeIds })),
  /** All that `changes.resolveKind` decided in one go. */
  'changes.undecideKind': request<null>()(z.strictObject({ ...inStore, together: z.number().int() })),
  /** A product that was deleted in the store: a new one is made from what is here. */
  'changes.makeAnew': request<{ productId: number }>()(z.strictObject({ ...inStore, productId })),
  'changes.letGo': request<null>()(z.strictObject({ ...inStore, productId })),

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

  /** Scans files and folders and matches them to products; nothing is sent. With `jobId` they join a job in review. */
  'pictureJobs.start': request<PictureJob>()(
    z.strictObject({ ...inStore, files: z.array(fileTokenSchema).min(1).max(50_000), jobId: pictureJobId.optional() }),
  ),
  /** The newest first; at most 50. */
  'pictureJobs.list': request<PictureJob[]>()(z.strictObject(inStore)),
  'pictureJobs.get': request<PictureJob>()(z.strictObject(pictureJob)),
  'pictureJobs.files': request<{ total: number; files: PictureJobFile[] }>()(
    z.strictObject({ ...pictureJob, ...page, filter: z.enum(pictureVerdicts).nullable(), search: z.string().max(200) }),
  ),
  /** By product, in the order of their names; `filter` keeps those that have such a file. */
  'pictureJobs.products': request<{ total: number; products: PictureJobProduct[] }>()(
    z.strictObject({ ...pictureJob, ...page, filter: z.enum(pictureVerdicts).nullable(), search: z.string().max(200) }),
  ),
  /** Pictures that a replaced gallery loses. */
  'pictureJobs.removals': request<{ total: number; products: PictureJobProduct[] }>()(
    z.strictObject({ ...pictureJob, ...page }),
  ),
  /** `alike`: other undecided files of the same kind as the first one, for deciding them the same way; null: none. */
  'pictureJobs.assign': request<{ changed: number; alike: AlikeFiles | null }>()(
    z.strictObject({ ...pictureJob, files: fileSelectionSchema, to: pictureAssignmentSchema }),
  ),
  /** The order of a product's new pictures, and which of them becomes the main one (null: the main picture stays). */
  'pictureJobs.arrange': request<null>()(
    z.strictObject({
      ...pictureJob,
      productId,
      fileIds: z.array(z.number().int()).min(1).max(5000),
      mainFileId: z.number().int().nullable(),
    }),
  ),
  /** Matches anew when the pattern changed. */
  'pictureJobs.setOptions': request<PictureJob>()(
    z.strictObject({ ...pictureJob, options: pictureJobOptionsPatchSchema }),
  ),
  'pictureJobs.previewPattern': request<PatternPreview>()(
    z.strictObject({ ...pictureJob, pattern: z.string().max(200) }),
  ),
  'pictureJobs.previewAlt': request<AltPreview>()(z.strictObject({ ...pictureJob, altPattern: z.string().max(500) })),
  /** Begins to prepare and send. `confirmed` is the second yes that removals need. */
  'pictureJobs.apply': request<PictureJob>()(z.strictObject({ ...pictureJob, confirmed: z.boolean() })),
  /** The next files for the window to convert, handed out once; ask again after `pictureJobs.changed`. */
  'pictureJobs.toPrepare': request<PictureToPrepare[]>()(
    z.strictObject({ ...pictureJob, limit: z.number().int().min(1).max(50) }),
  ),
  'pictureJobs.readFile': request<Uint8Array<ArrayBuffer>>()(
    z.strictObject({ ...pictureJob, fileId: z.number().int() }),
  ),
  'pictureJobs.prepared': request<null>()(
    z.strictObject({ ...pictureJob, fileId: z.number().int(), result: preparedResultSchema }),
  ),
  'pictureJobs.hold': request<PictureJob>()(z.strictObject({ ...pictureJob, hold: z.boolean() })),
  /** `keepSent` false: what is in the store already goes again. */
  'pictureJobs.cancel': request<PictureJob>()(z.strictObject({ ...pictureJob, keepSent: z.boolean() })),
  'pictureJobs.retryFailed': request<PictureJob>()(z.strictObject(pictureJob)),
  'pictureJobs.report': request<{ total: number; rows: PictureReportRow[] }>()(
    z.strictObject({ ...pictureJob, ...page, outcome: z.enum(reportOutcomes).nullable() }),
  ),
  'pictureJobs.reportCsv': request<string>()(z.strictObject(pictureJob)),
  /** Forgets a job that has ended; its change set stays in the history. */
  'pictureJobs.remove': request<null>()(z.strictObject(pictureJob)),

  ...bulkCalls,
  ...exportCalls,
  ...importCalls,

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
  /** The person asked for this upload outside of the window. */
  'pictureJobs.show': { connectionId: string; jobId: number }
  /** The part that keeps the stores' data died and was started again: what was asked of it last may not be done. */
  'engine.restarted': Record<never, never>
  'settings.changed': Settings
  'network.changed': { online: boolean }
  'menu.command': MenuCommand
}
export type EventName = keyof Events
