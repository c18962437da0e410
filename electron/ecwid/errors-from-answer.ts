import { STATUS_CODES } from 'node:http'
import { AppError, type ErrorInfo } from '../shared/errors'
import { fieldProblem } from './field-problems'
import { scopeOf } from './scopes'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** What the store was asked, as far as its answer's meaning depends on it. */
export type Asked = {
  method: Method
  /** Below the store: "/products/1". */
  path: string
  storeId: number
  /** Repeating it changes nothing, so a lost answer needs no looking up. */
  idempotent: boolean
}

export type RefusedAnswer = {
  status: number
  /** Reason phrase of the status line; older endpoints put their sentence here. */
  statusText: string
  body: string
  contentType: string
  retryAfter: string | null
  /** The store's clock, UNIX ms. */
  serverTime: number | null
  /** UNIX ms on this device. */
  now: number
}

/** Every answer that is not 2xx, as the one error it stands for. */
export function errorFromAnswer(asked: Asked, answer: RefusedAnswer): AppError {
  const { storeCode, sentence } = readBody(answer)
  const more = storeCode ? { storeCode } : {}
  const { status } = answer
  if (status === 429) return rateLimited(answer, more)
  if (status === 0 || (status >= 300 && status < 400) || status === 511) return signInPage()
  if (status === 407) {
    return new AppError(
      'offline',
      'The network’s proxy asks for a sign-in, so the store cannot be reached. Nothing was sent.',
    )
  }
  if (status >= 500 || status === 408) return storeFault(asked, status, more)
  if (status === 401 || (status === 403 && storeCode === 'INVALID_API_TOKEN')) return badKey(more)
  if (isHtml(answer)) return notTheStore(status)
  if (status === 403) return forbidden(asked, sentence, more)
  if (status === 402) return payment(asked, sentence, more)
  if (status === 404) return notFound(asked, sentence, more)
  const fields = fieldProblem(storeCode, sentence)
  const retryAt = status === 449 ? { retryAt: answer.now + 60_000 } : {}
  return new AppError('refused', sentence ?? `The store refused this (${status}).`, { ...more, ...fields, ...retryAt })
}

/** Something that is not the store answered: a hotel's or a company's sign-in page. */
export function signInPage(): AppError {
  return new AppError(
    'offline',
    'The network answered with a page of its own instead of the store. It may ask you to sign in: open a web page in your browser, then try again.',
  )
}

/** The request may have been carried out, but its answer cannot be read. */
export function lostAnswer(asked: Asked, how: string, cause?: unknown): AppError {
  if (asked.idempotent) {
    return new AppError('offline', `${how} Nothing in the store was changed by this; it can be tried again.`, { cause })
  }
  return new AppError(
    'unknown-outcome',
    `${how} It is not known yet whether the store took the change; this is looked up before anything is sent again.`,
    { cause },
  )
}

export function isHtml({ contentType, body }: { contentType: string; body: string }): boolean {
  return /^\s*(text\/html|application\/xhtml)/i.test(contentType) || /^\s*<(!doctype|html|head|body)/i.test(body)
}

type More = Pick<ErrorInfo, 'storeCode'>

function readBody({ body, statusText, status, contentType }: RefusedAnswer): {
  storeCode?: string
  sentence?: string
} {
  const spoken = statusText && statusText !== STATUS_CODES[status] ? statusText : undefined
  try {
    const parsed: unknown = JSON.parse(body)
    if (typeof parsed !== 'object' || parsed === null) return { sentence: plain(spoken) }
    const read = (name: string) => {
      const value = (parsed as Record<string, unknown>)[name]
      return typeof value === 'string' && value.trim() ? value.trim() : undefined
    }
    return {
      storeCode: read('errorCode'),
      sentence: plain(read('errorMessage') ?? read('error_message') ?? spoken),
    }
  } catch {
    const text = body.trim()
    return { sentence: plain(text && !isHtml({ contentType, body }) ? text : spoken) }
  }
}

/** A store's sentence goes to screens and the log: no key in it, and no novel. */
function plain(text: string | undefined): string | undefined {
  return text?.replace(/\b(secret|public)_\w+/g, '$1_…').slice(0, 500)
}

function rateLimited({ retryAfter, serverTime, now }: RefusedAnswer, more: More): AppError {
  const wait = waitFrom(retryAfter, serverTime ?? now)
  return new AppError(
    'rate-limited',
    `Ecwid asks to wait ${Math.ceil(wait / 1000)} seconds, because it got many requests. Nothing is lost; it goes on by itself.`,
    { ...more, retryAt: now + wait },
  )
}

/** Whatever the answer says, it is asked again after an hour: a proxy's mistake must not end the day. */
const longestWaitMs = 3_600_000

/** Milliseconds to wait. Ecwid sends seconds; proxies may send a date. */
function waitFrom(retryAfter: string | null, serverNow: number): number {
  const unspecified = 10_000
  if (retryAfter === null || retryAfter.trim() === '') return unspecified
  const seconds = Number(retryAfter)
  const date = Date.parse(retryAfter)
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Number.isNaN(date) ? unspecified : date - serverNow
  return Math.min(Math.max(wait, 1000), longestWaitMs)
}

function storeFault(asked: Asked, status: number, more: More): AppError {
  if (!asked.idempotent) {
    return new AppError(
      'unknown-outcome',
      `The store had a fault (${status}). It is not known yet whether it took the change; this is looked up before anything is sent again.`,
      more,
    )
  }
  return new AppError('store-fault', `The store has a fault on its side (${status}). It is tried again later.`, more)
}

function badKey(more: More): AppError {
  return new AppError(
    'bad-key',
    'The store does not accept this key. It may have been revoked, or it belongs to another store. Your changes are kept here; enter a current key to go on.',
    more,
  )
}

function notTheStore(status: number): AppError {
  return new AppError(
    'store-fault',
    `Something on the way to Ecwid refused the request (${status}), perhaps a firewall. Nothing was changed in the store.`,
  )
}

function forbidden(asked: Asked, sentence: string | undefined, more: More): AppError {
  if (more.storeCode !== 'INSUFFICIENT_APP_SCOPE' && !/scope/i.test(sentence ?? '')) return badKey(more)
  const scope = scopeOf(asked.method, asked.path, sentence)
  return new AppError(
    'missing-scope',
    `The key may not do this: it lacks the scope ${scope}. Give the key this scope in Ecwid, or enter a key that has it.`,
    { ...more, scope },
  )
}

function payment(asked: Asked, sentence: string | undefined, more: More): AppError {
  const fields = fieldProblem(more.storeCode, sentence)
  if (more.storeCode?.endsWith('_FOR_API_REQUEST_LIMIT_EXCEEDED')) {
    return new AppError('refused', sentence ?? 'The store takes at most 100 entries in such a list.', {
      ...more,
      ...fields,
    })
  }
  return new AppError('plan', planSentence(asked, sentence, more.storeCode), more)
}

function planSentence(asked: Asked, sentence: string | undefined, storeCode: string | undefined): string {
  if (storeCode === 'STORE_IS_SUSPENDED' || /suspend/i.test(sentence ?? '')) {
    return 'Ecwid has suspended this store, so nothing can be read or changed. Your local copy stays; Ecwid’s support can tell why.'
  }
  if (/access (to )?(the )?api/i.test(sentence ?? '')) {
    return 'The store’s Ecwid plan has no API access, which this program needs. A paid plan has it.'
  }
  if (asked.method === 'POST' && asked.path === '/products') {
    return 'The store’s Ecwid plan does not allow more products. The product is kept here; delete others or change the plan, then send it again.'
  }
  return `The store’s Ecwid plan does not include this${sentence ? `: ${sentence}` : ''}.`
}

function notFound(asked: Asked, sentence: string | undefined, more: More): AppError {
  if (more.storeCode === 'STORE_NOT_FOUND' || more.storeCode === 'PROFILE_NOT_FOUND') {
    return new AppError('wrong-store', `Ecwid has no store with the ID ${asked.storeId}. Check the number.`, more)
  }
  // A product write that names a category or type which is gone: the product itself is still there.
  const fields = /^\/products(\/\d+)?$/.test(asked.path) ? fieldProblem(more.storeCode, sentence) : {}
  if (asked.method !== 'GET' && fields.fields) {
    return new AppError('refused', sentence ?? 'Something this product refers to is not in the store any more.', {
      ...more,
      ...fields,
    })
  }
  return new AppError('not-found', `${sentence ?? 'This is not in the store any more'}.`.replace(/\.\.$/, '.'), more)
}
