import { AppError } from '../shared/errors'

export function nameTaken(name: string): AppError {
  const message = `There is a connection named “${name.trim()}” already. Choose another name.`
  return new AppError('invalid-input', message, { fields: { name: message } })
}

export function storeTaken(twin: { name: string; storeId: number }): AppError {
  const message = `Store ${twin.storeId} is already connected as “${twin.name}”. To change its key, open that connection.`
  return new AppError('invalid-input', message, { fields: { storeId: message } })
}

export function unknownConnection(): AppError {
  return new AppError('not-found', 'This connection does not exist any more.')
}

export function unsentChanges(count: number): AppError {
  const changes = count === 1 ? 'One change has' : `${count} changes have`
  return new AppError(
    'invalid-input',
    `${changes} not reached the store and would be lost. Nothing was removed; confirm that they may go.`,
  )
}

export function keyLeftBehind(cause: unknown): AppError {
  return new AppError(
    'keychain',
    'The connection and its local copy are removed, but the keychain did not answer, so the key is still in it. It is removed at the next start.',
    { cause },
  )
}

export function dataLeftBehind(cause: unknown): AppError {
  return new AppError(
    'storage',
    'The connection is removed, but its local copy could not be deleted completely. That is tried again at the next start.',
    { cause },
  )
}
