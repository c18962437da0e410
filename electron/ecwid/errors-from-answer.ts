import { STATUS_CODES } from 'node:http'
import { AppError, type ErrorInfo } from '../shared/errors'
import { fieldProblem } from './field-problems'
import { scopeOf } from './scopes'
import { retryAfterMs } from '../shared/retry-after'
import { says, type LostHow, type Sentence } from '../shared/sentence'

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
    return new AppError('offline', says('proxy-wants-sign-in'))
  }
  if (status >= 500 || status === 408) return storeFault(asked, status, more)
  if (status === 401 || (status === 403 && storeCode === 'INVALID_API_TOKEN')) return badKey(more)
  if (isHtml(answer)) return notTheStore(status)
  if (status === 403) return forbidden(asked, sentence, more)
  if (status === 402) return payment(asked, sentence, more)
  if (status === 404) return notFound(asked, sentence, more)
  const fields = fieldProblem(storeCode, sentence)
  // Every other conflict of the store's has a name.
  if (status === 409 && asked.method !== 'GET' && storeCode === undefined && fields.fields === undefined)
    return new AppError('edited-at-once', sentence ?? says('edited-at-once'))
  const retryAt = status === 449 ? { retryAt: answer.now + 60_000 } : {}
  return new AppError('refused', sentence ?? { says: 'refused', status }, { ...more, ...fields, ...retryAt })
}

/** Something that is not the store answered: a hotel's or a company's sign-in page. */
export function signInPage(): AppError {
  return new AppError('offline', says('network-wants-sign-in'))
}

/** The request may have been carried out, but its answer cannot be read. */
export function lostAnswer(asked: Asked, how: LostHow, cause?: unknown): AppError {
  const harmless = asked.idempotent
  return new AppError(harmless ? 'offline' : 'unknown-outcome', { says: 'answer-lost', how, harmless }, { cause })
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
  const wait = retryAfterMs(retryAfter, serverTime ?? now)
  const sentence: Sentence = { says: 'asked-to-wait', seconds: Math.ceil(wait / 1000) }
  return new AppError('rate-limited', sentence, { ...more, retryAt: now + wait })
}

function storeFault(asked: Asked, status: number, more: More): AppError {
  if (!asked.idempotent) return new AppError('unknown-outcome', { says: 'store-fault-in-doubt', status }, more)
  return new AppError('store-fault', { says: 'store-fault', status }, more)
}

function badKey(more: More): AppError {
  return new AppError('bad-key', says('key-not-accepted'), more)
}

function notTheStore(status: number): AppError {
  return new AppError('store-fault', { says: 'refused-on-the-way', status })
}

function forbidden(asked: Asked, sentence: string | undefined, more: More): AppError {
  if (more.storeCode !== 'INSUFFICIENT_APP_SCOPE' && !/scope/i.test(sentence ?? '')) return badKey(more)
  const scope = scopeOf(asked.method, asked.path, sentence)
  return new AppError('missing-scope', { says: 'scope-missing', scope }, { ...more, scope })
}

function payment(asked: Asked, sentence: string | undefined, more: More): AppError {
  const fields = fieldProblem(more.storeCode, sentence)
  if (more.storeCode?.endsWith('_FOR_API_REQUEST_LIMIT_EXCEEDED')) {
    return new AppError('refused', sentence ?? says('list-too-long'), { ...more, ...fields })
  }
  return new AppError('plan', planSentence(asked, sentence, more.storeCode), more)
}

function planSentence(asked: Asked, sentence: string | undefined, storeCode: string | undefined): Sentence {
  if (storeCode === 'STORE_IS_SUSPENDED' || /suspend/i.test(sentence ?? '')) {
    return says('store-suspended')
  }
  if (/access (to )?(the )?api/i.test(sentence ?? '')) {
    return says('plan-without-api')
  }
  if (asked.method === 'POST' && asked.path === '/products') {
    return says('plan-without-more-products')
  }
  return { says: 'not-in-plan', detail: sentence ?? null }
}

function notFound(asked: Asked, sentence: string | undefined, more: More): AppError {
  if (more.storeCode === 'STORE_NOT_FOUND' || more.storeCode === 'PROFILE_NOT_FOUND') {
    return new AppError('wrong-store', { says: 'no-such-store', storeId: asked.storeId }, more)
  }
  // A product write that names a category or type which is gone: the product itself is still there.
  const fields = /^\/products(\/\d+)?$/.test(asked.path) ? fieldProblem(more.storeCode, sentence) : {}
  if (asked.method !== 'GET' && fields.fields) {
    return new AppError('refused', sentence ?? says('refers-to-what-is-gone'), { ...more, ...fields })
  }
  return new AppError('not-found', sentence ? `${sentence}.`.replace(/\.\.$/, '.') : says('not-in-store'), more)
}
