import { ok, type ApiAnswer, type ApiRequest } from './api-request'
import { parseResponseFields, projectFields } from './response-fields'

/** The `{total,count,offset,limit,items}` envelope; only the items of the page are turned into views. */
export function pageAnswer<T>(request: ApiRequest, all: readonly T[], view: (item: T) => unknown): ApiAnswer {
  const { offset, limit } = request.query.page()
  const items = all.slice(offset, offset + limit).map(view)
  return projected(request, { total: all.length, count: items.length, offset, limit, items })
}

export function projected(request: ApiRequest, json: unknown): ApiAnswer {
  const fields = request.query.text('responseFields')
  return ok(fields ? projectFields(json, parseResponseFields(fields)) : json)
}
