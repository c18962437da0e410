import { AppError } from '../shared/errors'

const refused = (sentence: string, cause?: unknown): AppError => new AppError('invalid-input', sentence, { cause })

export const noArchive = (name: string, cause?: unknown): AppError =>
  refused(`${name} is no archive of a store. Choose one that Stockroom has exported. Nothing was changed.`, cause)

export const damagedArchive = (name: string, cause?: unknown): AppError =>
  refused(
    `${name} is damaged, or another program has changed it. Nothing was changed here; try another copy of it.`,
    cause,
  )

export const tooLargeArchive = (name: string): AppError =>
  refused(`${name} has more in it than a store can have, so it was not opened. Nothing was changed.`)

export const newerArchive = (name: string): AppError =>
  refused(`${name} was made by a newer Stockroom. Update this one to open it. Nothing was changed.`)

export const ofAnotherStore = (name: string, store: { id: number; name: string }): AppError =>
  refused(
    `${name} is an archive of another store: ${store.name} (${store.id}). It can be compared with that store only. Nothing was changed.`,
  )
