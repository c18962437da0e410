import { create } from 'zustand'
import type { ErrorInfo } from '../../electron/shared/errors'
import type {
  ImportAsked,
  ImportLook,
  ImportMatched,
  ImportProgress,
  ImportWhat,
  KeptTableRef,
  RowsWanted,
  SavedRows,
} from '../../electron/shared/import'
import type { Proposal } from '../../electron/shared/proposal'
import { rivalsOf } from '../../electron/shared/product-table/rival-columns'
import { decimalsOf } from '../../electron/shared/product-table/target-kind'
import { call, problemOf, tokensOf } from '../bridge'
import { discardProposal, mayGo, noteProposal } from './bulk-store'
import { showScreen, useViewStore } from './view-store'

type Choices = ImportAsked['choices']

/** A table on its way to a review. */
export type Importing = {
  connectionId: string
  look: ImportLook
  asked: ImportAsked
  /** Set when rows were left out: they are shown before the review. */
  matched: ImportMatched | null
}

/** What was to be read last. */
type Tried = Pick<Importing, 'connectionId'> & Pick<ImportAsked, 'file' | 'choices'>

type Imports = {
  isOpen: boolean
  importing: Importing | null
  tried: Tried | null
  isBusy: boolean
  /** Of the picture files that rows name. */
  progress: ImportProgress | null
  problem: ErrorInfo | null
}

const closed: Imports = {
  isOpen: false,
  importing: null,
  tried: null,
  isBusy: false,
  progress: null,
  problem: null,
}
export const useImportsStore = create<Imports>(() => closed)
const { getState, setState } = useImportsStore
/** What is answered to an earlier question is heard no more. */
let turn = 0
/** Proposed by the dialog that is open, which has not shown its review yet. */
let unseen: Proposal | null = null

export function askImport(): void {
  closeImport()
  setState({ ...closed, isOpen: true })
}
/** What it showed stays until the next one, as it fades out; what nobody reviewed is not proposed any more. */
export function closeImport(): void {
  const { importing, isBusy } = getState()
  turn += 1
  setState({ isOpen: false, isBusy: false, progress: null, importing: importing && { ...importing, matched: null } })
  // Where that is not heard, what comes of it is discarded when it is answered.
  if (importing && isBusy) void call('imports.cancel', { connectionId: importing.connectionId }).catch(() => {})
  if (unseen) void discardProposal(unseen)
  unseen = null
}

export function noteImportProgress(told: { connectionId: string; progress: ImportProgress | null }): void {
  const { importing, isBusy } = getState()
  if (isBusy && importing?.connectionId === told.connectionId) setState({ progress: told.progress })
}

/** Opens the dialog with a table that was dropped. */
export function importTable(file: File): void {
  askImport()
  void lookAtTable(file)
}

/** Reads cells that were pasted. */
export async function lookAtCells(text: string): Promise<void> {
  const { connectionId } = useViewStore.getState()
  if (connectionId !== null) await look(connectionId, { text }, {})
}

/** Reads a table that was dropped or chosen. */
export async function lookAtTable(file: File): Promise<void> {
  const { connectionId } = useViewStore.getState()
  const [token] = tokensOf([file])
  if (connectionId === null || token === undefined) return
  await look(connectionId, token, {})
}

/** Reads it again, by what a person says of it. */
export async function lookAgain(patch: Choices): Promise<void> {
  const { importing, tried } = getState()
  const last = importing ? { connectionId: importing.connectionId, ...importing.asked } : tried
  if (last) await look(last.connectionId, last.file, { ...last.choices, ...patch })
}

const look = (connectionId: string, file: ImportAsked['file'], choices: Choices): Promise<void> =>
  busy(async (isLatest) => {
    setState({ tried: { connectionId, file, choices } })
    const found = await call('imports.look', { connectionId, file, choices })
    if (!isLatest()) return
    const asked = {
      file,
      choices,
      columns: [...found.shape.columns],
      ...choicesOf(found),
      what: 'update' as const,
      replacesLists: found.listsAll,
    }
    setState({ importing: { connectionId, look: found, asked, matched: null } })
  })

/** As last time, or as its columns are guessed. What this file itself tells of its numbers comes first. */
function choicesOf({
  asLast,
  notes,
  targets: guessed,
}: ImportLook): Pick<ImportAsked, 'targets' | 'decimals' | 'empties' | 'key'> {
  const targets = asLast?.targets ?? guessed
  const isOpen = decimalsOf(notes, targets, []).map((sign) => sign === 'ask')
  return {
    targets,
    decimals: targets.map((_, at) => (isOpen[at] ? (asLast?.decimals[at] ?? null) : null)),
    empties: targets.map((_, at) => asLast?.empties[at] === true),
    key: asLast?.key,
  }
}

/** What was chosen last time is not meant for this one. */
export function takeGuess(): void {
  const { importing } = getState()
  if (!importing) return
  const look = { ...importing.look, asLast: null }
  setState({ importing: { ...importing, look, asked: { ...importing.asked, ...choicesOf(look) }, matched: null } })
}

/** Another column that holds the same goes on to hold it, and is asked about. */
export const setTarget = (at: number, target: string | null): void => setTargets([at], target)

/** Those that say the same as this one are left out. */
export const takeAlone = (at: number): void => {
  const { importing } = getState()
  if (importing) setTargets(rivalsOf(importing.asked.targets)[at] ?? [], null)
}

const setTargets = (places: readonly number[], target: string | null): void =>
  patchAsked(({ targets, empties }) => ({
    targets: targets.map((each, place) => (places.includes(place) ? target : each)),
    empties: targets.map((_, place) => !places.includes(place) && empties?.[place] === true),
  }))

export const setDecimal = (at: number, sign: ',' | '.'): void =>
  patchAsked(({ decimals }) => ({ decimals: decimals.map((each, place) => (place === at ? sign : each)) }))

/** Whether empty cells of a column empty what it holds. */
export const setEmpties = (at: number, empties: boolean): void =>
  patchAsked((asked) => ({
    empties: asked.targets.map((_, place) => (place === at ? empties : asked.empties?.[place] === true)),
  }))

/** What the product of a row is found by. */
export const setKey = (key: ImportAsked['key']): void => patchAsked(() => ({ key }))

/** Whether pictures that a row does not name go. */
export const setReplacesPictures = (replacesPictures: boolean): void => patchAsked(() => ({ replacesPictures }))

/** Whether categories and the like that a row does not name go. */
export const setReplacesLists = (replacesLists: boolean): void => patchAsked(() => ({ replacesLists }))

function patchAsked(patch: (asked: ImportAsked) => Partial<ImportAsked>): void {
  const { importing } = getState()
  if (!importing) return
  const asked = { ...importing.asked, ...patch(importing.asked) }
  setState({ importing: { ...importing, asked, matched: null }, problem: null })
}

/** Places of columns with numbers that only the person can read. */
export const askedColumns = ({ look: { notes }, asked: { targets, decimals } }: Importing): number[] =>
  decimalsOf(notes, targets, decimals).flatMap((sign, at) => (sign === 'ask' ? [at] : []))

/** Finds the product of each row. Where all are found, or that was seen already (`isSeen`), the review is shown. */
export async function proposeImport(isSeen = false): Promise<void> {
  const { importing } = getState()
  if (!importing) return
  const { connectionId } = importing
  if (!(await mayGo(connectionId, ({ id }) => id === unseen?.id))) return
  const asked = isSeen ? importing.asked : { ...importing.asked, what: usualWhat(importing.asked) }
  await busy(async (isLatest) => {
    const matched = await call('imports.propose', { connectionId, ...asked })
    if (matched.proposal) noteProposal(matched.proposal)
    if (!isLatest()) return void (matched.proposal && discardProposal(matched.proposal))
    if (unseen && !matched.proposal) void discardProposal(unseen)
    unseen = matched.proposal
    setState({ importing: { ...importing, asked, matched } })
    if (matched.proposal && (isSeen || isPlain(matched))) showImportReview()
  })
}

/** Rows that say themselves whether they are new are taken at their word. */
const usualWhat = ({ targets }: ImportAsked): ImportWhat => (targets.includes('command') ? 'both' : 'update')

const isPlain = ({ unmatched, added, variations, newCategories }: ImportMatched): boolean =>
  unmatched === 0 && added === 0 && variations === 0 && newCategories.both.length === 0

/** What was chosen of the columns stays; the review that was made of them goes with the next one, or as this ends. */
export function backToColumns(): void {
  const { importing } = getState()
  if (importing) setState({ importing: { ...importing, matched: null }, problem: null })
}

/** The review of what was chosen, which is proposed anew where that is something else than before. */
export async function reviewImport(chosen: Pick<ImportAsked, 'what' | 'makesCategories'>): Promise<void> {
  const { importing } = getState()
  if (!importing) return
  const { what, makesCategories } = importing.asked
  const isAsBefore = what === chosen.what && (makesCategories ?? false) === (chosen.makesCategories ?? false)
  if (importing.matched?.proposal && isAsBefore) return showImportReview()
  setState({ importing: { ...importing, asked: { ...importing.asked, ...chosen } } })
  await proposeImport(true)
}

function showImportReview(): void {
  unseen = null
  setState({ isOpen: false, importing: null })
  showScreen('review')
}

/** `saved` null: its owner chose no place. */
export async function saveRows(
  connectionId: string,
  of: KeptTableRef,
  wanted: RowsWanted,
): Promise<{ saved: SavedRows | null } | { problem: ErrorInfo }> {
  try {
    return { saved: await call('imports.saveRows', { connectionId, of, wanted }) }
  } catch (error) {
    return { problem: problemOf(error) }
  }
}

async function busy(work: (isLatest: () => boolean) => Promise<void>): Promise<void> {
  const mine = ++turn
  const isLatest = () => mine === turn
  setState({ isBusy: true, problem: null })
  try {
    await work(isLatest)
  } catch (error) {
    if (isLatest()) setState({ problem: problemOf(error) })
  } finally {
    if (isLatest()) setState({ isBusy: false, progress: null })
  }
}
