import { AppError } from '../shared/errors'
import { unreached } from '../shared/words/sentence'
import type { ConnectionTest, KeyKind } from '../shared/connection'
import { createEcwid, type Ecwid } from '../ecwid/ecwid'
import type { EcwidClient } from '../ecwid/client'

/** Asks the store for its name and product count; what is wrong is an error of its own, at its field where there is one. */
export async function testConnection(
  client: EcwidClient,
  keyKind: KeyKind,
  now: () => number,
): Promise<ConnectionTest> {
  const { pausedUntil } = client.limiter
  if (pausedUntil !== null) throw askedToWait(pausedUntil, now())
  const ecwid = createEcwid(client)
  try {
    const profile = await ecwid.getProfile({ priority: 'person' })
    if (profile.storeId !== client.storeId) throw keyOfAnotherStore(client.storeId, profile.storeId)
    const productCount = keyKind === 'public' ? null : await countProducts(ecwid)
    return { storeName: profile.storeName, productCount, keyKind }
  } catch (error) {
    throw problemForForm(error, client.storeId, now())
  }
}

/** Also proves that the key may read the catalogue. */
async function countProducts(ecwid: Ecwid): Promise<number> {
  const query = { limit: 1, responseFields: 'total,count,offset,limit,items(id)' }
  return (await ecwid.searchProducts(query, { priority: 'person' })).total
}

function problemForForm(error: unknown, storeId: number, now: number): unknown {
  if (!(error instanceof AppError)) return error
  const { info } = error
  switch (info.code) {
    case 'wrong-store':
      return at(
        'storeId',
        error,
        `Ecwid has no store with the ID ${storeId}. The number is on the first page of Ecwid’s control panel.`,
      )
    case 'bad-key':
      if (info.fields) return error
      return at(
        'key',
        error,
        `Store ${storeId} does not accept this key. It is mistyped or revoked, or it belongs to another store.`,
      )
    case 'missing-scope':
      return at('key', error, `The key works, but it may not read the catalogue: it lacks the scope ${info.scope}.`)
    case 'rate-limited':
      return askedToWait(info.retryAt ?? now, now)
    case 'offline':
      return notTested(error)
    default:
      return error
  }
}

function at(field: string, error: AppError, message: string): AppError {
  const { code, ...more } = error.info
  return new AppError(code, message, { ...more, fields: { [field]: message }, cause: error })
}

function keyOfAnotherStore(storeId: number, realStoreId: number): AppError {
  const message = `This key belongs to store ${realStoreId}, not to store ${storeId}. Correct the store ID, or enter the key of store ${storeId}.`
  return new AppError('bad-key', message, { fields: { key: message } })
}

/** What waits to be sent goes on by itself; a test does not. */
function notTested(error: AppError): AppError {
  const { sentence } = error.info
  if (sentence?.says !== 'not-reached') return error
  const message = `${unreached[sentence.because]} The key was not tested. Test again when the network is back.`
  return new AppError('offline', message, { cause: error })
}

function askedToWait(retryAt: number, now: number): AppError {
  const seconds = Math.max(1, Math.ceil((retryAt - now) / 1000))
  const message = `The key was not tested: Ecwid got many requests for this store and asks to wait ${seconds} seconds. Test again then.`
  return new AppError('rate-limited', message, { retryAt })
}
