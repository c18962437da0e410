import { jsonType, ok, type ApiAnswer, type ApiRequest } from './api-request'
import { parseResponseFields, projectFields } from './response-fields'

/** The `{total,count,offset,limit,items}` envelope; only the items of the page are turned into views. */
export function pageAnswer<T>(request: ApiRequest, all: readonly T[], view: (item: T) => unknown): ApiAnswer {
  const { offset, limit } = request.query.page()
  const items = all.slice(offset, offset + limit).map(view)
  return projected(request, { total: all.length, count: items.length, offset, limit, items })
}

/** The same envelope from items that are JSON text already; for pages without `responseFields`. */
export function encodedPageAnswer<T>(request: ApiRequest, all: readonly T[], encode: (item: T) => Buffer): ApiAnswer {
  const { offset, limit } = request.query.page()
  const items = all.slice(offset, offset + limit)
  const head = JSON.stringify({ total: all.length, count: items.length, offset, limit })
  const parts: Buffer[] = [Buffer.from(`${head.slice(0, -1)},"items":[`)]
  items.forEach((item, position) => {
    if (position > 0) parts.push(comma)
    parts.push(encode(item))
  })
  parts.push(Buffer.from(']}'))
  return { status: 200, bytes: { content: Buffer.concat(parts), type: jsonType } }
}

const comma = Buffer.from(',')

export function projected(request: ApiRequest, json: unknown): ApiAnswer {
  const fields = request.query.text('responseFields')
  return ok(fields ? projectFields(json, parseResponseFields(fields)) : json)
}
