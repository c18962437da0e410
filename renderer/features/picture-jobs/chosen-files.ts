import type { FileQuery, FileSelection } from '../../../electron/shared/picture-job'

/** Files chosen one by one, or all of a list but some: which those are is found out where they are. */
export type ChosenFiles = { isAll: boolean; named: ReadonlySet<number> }

export const noFiles: ChosenFiles = { isAll: false, named: new Set() }
export const allFiles: ChosenFiles = { isAll: true, named: new Set() }

export const isChosen = ({ isAll, named }: ChosenFiles, fileId: number): boolean => named.has(fileId) !== isAll

/** `total`: how many the list has. */
export const chosenCount = ({ isAll, named }: ChosenFiles, total: number): number =>
  isAll ? Math.max(0, total - named.size) : named.size

export function withChosen(chosen: ChosenFiles, fileIds: readonly number[], on: boolean): ChosenFiles {
  const named = new Set(chosen.named)
  for (const id of fileIds) {
    if (on !== chosen.isAll) named.add(id)
    else named.delete(id)
  }
  return { ...chosen, named }
}

/** They have left the list. */
export function withoutFiles(chosen: ChosenFiles, fileIds: readonly number[]): ChosenFiles {
  const gone = new Set(fileIds)
  return { ...chosen, named: new Set([...chosen.named].filter((id) => !gone.has(id))) }
}

export const toSelection = ({ isAll, named }: ChosenFiles, query: FileQuery): FileSelection =>
  isAll ? { query, except: [...named] } : { ids: [...named] }
