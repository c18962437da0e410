import { describe, expect, it } from 'vitest'
import { errorFromAnswer, type Asked, type RefusedAnswer } from '../../../../electron/ecwid/errors-from-answer'
import type { ErrorCode, ErrorInfo } from '../../../../electron/shared/errors'

const now = 1_700_000_000_000
const get: Asked = { method: 'GET', path: '/products', storeId: 1003, idempotent: true }
const update: Asked = { method: 'PUT', path: '/products/7', storeId: 1003, idempotent: false }
const create: Asked = { method: 'POST', path: '/products', storeId: 1003, idempotent: false }
const upload: Asked = { method: 'POST', path: '/products/7/image', storeId: 1003, idempotent: false }

function errorOf(
  asked: Asked,
  answer: Partial<Omit<RefusedAnswer, 'body'>> & { status: number; body?: unknown },
): ErrorInfo {
  const { body = '', ...rest } = answer
  return errorFromAnswer(asked, {
    statusText: '',
    contentType: 'application/json',
    retryAfter: null,
    serverTime: null,
    now,
    ...rest,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }).info
}

type Case = [
  name: string,
  asked: Asked,
  status: number,
  message: string | undefined,
  storeCode: string | undefined,
  code: ErrorCode,
  more?: Partial<ErrorInfo>,
]

const sku = 'A product with SKU MUG-01 already exists'
const price = 'Field Product.price is expected to be a number'
const badBoolean =
  "Wrong parameter 'inStock' value: expected one of 'true', 'false', 'yes', 'no', 'on', 'off', '1', '0'"

const cases: Case[] = [
  ['bad boolean', get, 400, badBoolean, 'WRONG_PARAMETER', 'refused', { message: badBoolean }],
  ['field type', update, 400, price, 'WRONG_PARAMETER', 'refused', { message: price, fields: { price } }],
  ['picture too big', upload, 400, 'The image file is larger than 20 MB', 'INCORRECT_IMAGE_SIZE', 'refused'],
  ['negative cost', update, 400, 'No', 'COST_PRICE_CANT_BE_NEGATIVE', 'refused', { fields: { costPrice: 'No' } }],
  ['bulk price', update, 400, 'No', 'WHOLESALE_PRICES_TOO_BIG', 'refused', { fields: { wholesalePrices: 'No' } }],
  ['unauthorised', get, 401, undefined, undefined, 'bad-key'],
  ['no API', get, 402, 'Please upgrade your account to access API', 'NOT_AVAILABLE_ON_CURRENT_PLAN', 'plan'],
  ['suspended', get, 402, undefined, 'STORE_IS_SUSPENDED', 'plan'],
  [
    'too many categories',
    update,
    402,
    'Too many',
    'MAX_CATEGORIES_FOR_API_REQUEST_LIMIT_EXCEEDED',
    'refused',
    { fields: { categoryIds: 'Too many' } },
  ],
  ['bad token', get, 403, 'Invalid API token', 'INVALID_API_TOKEN', 'bad-key'],
  [
    'scope named',
    update,
    403,
    'The app has no update_catalog scope',
    'INSUFFICIENT_APP_SCOPE',
    'missing-scope',
    { scope: 'update_catalog' },
  ],
  ['scope of a create', create, 403, undefined, 'INSUFFICIENT_APP_SCOPE', 'missing-scope', { scope: 'create_catalog' }],
  [
    'scope of an upload',
    upload,
    403,
    undefined,
    'INSUFFICIENT_APP_SCOPE',
    'missing-scope',
    { scope: 'update_catalog' },
  ],
  ['scope of a search', get, 403, undefined, 'INSUFFICIENT_APP_SCOPE', 'missing-scope', { scope: 'read_catalog' }],
  ['silent 403', get, 403, undefined, undefined, 'bad-key'],
  ['no store', get, 404, 'Store 1 not found', 'STORE_NOT_FOUND', 'wrong-store'],
  [
    'no product',
    update,
    404,
    'Product #7 not found',
    'PRODUCT_NOT_FOUND',
    'not-found',
    { message: 'Product #7 not found.' },
  ],
  [
    'gone category in a product',
    update,
    404,
    'Category #2 not found',
    'CATEGORIES_NOT_FOUND',
    'refused',
    { fields: { categoryIds: 'Category #2 not found' } },
  ],
  [
    'gone type in a product',
    create,
    404,
    'Product class #5 not found',
    undefined,
    'refused',
    { fields: { productClassId: 'Product class #5 not found' } },
  ],
  [
    'gone category itself',
    { ...get, path: '/categories/2' },
    404,
    'Category #2 not found',
    'CATEGORIES_NOT_FOUND',
    'not-found',
  ],
  ['verb', update, 405, 'Method not allowed', 'METHOD_NOT_ALLOWED', 'refused'],
  ['proxy', get, 407, undefined, undefined, 'offline'],
  ['slow read', get, 408, undefined, 'TIMEOUT', 'store-fault'],
  ['slow write', update, 408, undefined, 'TIMEOUT', 'unknown-outcome'],
  [
    'SKU',
    update,
    409,
    sku,
    'SKU_ALREADY_EXISTS',
    'refused',
    { message: sku, storeCode: 'SKU_ALREADY_EXISTS', fields: { sku } },
  ],
  [
    'external id',
    update,
    409,
    'External id is used',
    'EXTERNAL_ID_ALREADY_USED',
    'refused',
    { fields: { externalReferenceId: 'External id is used' } },
  ],
  [
    'content type',
    update,
    415,
    'Unsupported content-type: expected either application/json or text/json',
    undefined,
    'refused',
  ],
  [
    'no picture',
    upload,
    422,
    'Uploaded file cannot be processed. Please make sure you upload an image file',
    undefined,
    'refused',
  ],
  ['bad link', upload, 422, 'The external URL cannot be loaded', 'WRONG_URL', 'refused'],
  ['import runs', update, 449, 'Catalog is locked', undefined, 'refused', { retryAt: now + 60_000 }],
  ['empty 500, read', get, 500, undefined, undefined, 'store-fault'],
  ['500, write', update, 500, undefined, 'INTERNAL_ERROR', 'unknown-outcome'],
  ['502, write', create, 502, undefined, undefined, 'unknown-outcome'],
  ['503, upload', upload, 503, undefined, undefined, 'unknown-outcome'],
  ['sign-in required', get, 511, undefined, undefined, 'offline'],
  ['redirect', update, 302, undefined, undefined, 'offline'],
]

describe('errors from the store’s answers', () => {
  it.each(cases)('%s', (_name, asked, status, errorMessage, errorCode, code, more = {}) => {
    const body = errorMessage || errorCode ? { errorMessage, errorCode } : ''
    const info = errorOf(asked, { status, body })
    expect(info).toMatchObject({ code, ...more })
    expect(info.message.length).toBeGreaterThan(1)
    if (!more.fields) expect(info.fields).toBeUndefined()
  })

  it('waits as many seconds as the store asks for', () => {
    const info = errorOf(get, { status: 429, retryAfter: '12' })
    expect(info).toMatchObject({ code: 'rate-limited', retryAt: now + 12_000 })
    expect(info.message).toContain('12 seconds')
  })

  it('reads a date to wait for by the store’s clock, not by this device’s', () => {
    const serverTime = now + 3_600_000
    const retryAfter = new Date(serverTime + 7_000).toUTCString()
    expect(errorOf(get, { status: 429, retryAfter, serverTime }).retryAt).toBe(now + 7_000)
  })

  it.each(['604800', '1e9', new Date(now + 40 * 86_400_000).toUTCString()])(
    'asks again after an hour when told %j',
    (retryAfter) => {
      expect(errorOf(get, { status: 429, retryAfter, serverTime: now }).retryAt).toBe(now + 3_600_000)
    },
  )

  it.each([null, '', 'soon'])('waits ten seconds when told %j', (retryAfter) => {
    expect(errorOf(get, { status: 429, retryAfter }).retryAt).toBe(now + 10_000)
  })

  it('tells the three reasons of a plan apart', () => {
    const noApi = {
      errorMessage: 'Please upgrade your account to access API',
      errorCode: 'NOT_AVAILABLE_ON_CURRENT_PLAN',
    }
    const full = { errorMessage: 'Limit reached', errorCode: 'NOT_AVAILABLE_ON_CURRENT_PLAN' }
    expect(errorOf(create, { status: 402, body: noApi }).message).toContain('no API access')
    expect(errorOf(create, { status: 402, body: full }).message).toContain('more products')
    expect(errorOf(update, { status: 402, body: full }).message).toContain('Limit reached')
    expect(errorOf(get, { status: 402, body: { errorCode: 'STORE_IS_SUSPENDED' } }).message).toContain('suspended')
  })

  it('takes the sentence from the status line when the body is empty', () => {
    expect(errorOf(update, { status: 400, statusText: 'Wrong name' }).message).toBe('Wrong name')
    expect(errorOf(update, { status: 400, statusText: 'Bad Request' }).message).toBe('The store refused this (400).')
  })

  it('takes plain text and the old key of batch answers for a sentence', () => {
    expect(errorOf(update, { status: 409, body: 'Class exists', contentType: 'text/plain' }).message).toBe(
      'Class exists',
    )
    expect(errorOf(update, { status: 400, body: { error_message: 'Too long' } }).message).toBe('Too long')
  })

  it('does not ask for a new key when a firewall’s page says 403', () => {
    const info = errorOf(update, { status: 403, body: '<html>Blocked</html>', contentType: 'text/html' })
    expect(info.code).toBe('store-fault')
  })

  it('never repeats a key the store put into its sentence', () => {
    const info = errorOf(get, { status: 400, body: { errorMessage: 'Token secret_abc123DEF is odd' } })
    expect(JSON.stringify(info)).not.toContain('abc123')
  })
})
