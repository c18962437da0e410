import type { ApiRequest } from './api-request'

type UploadParam = 'externalUrl' | 'fileName' | 'description'

/** What comes with an upload: its parameters, from the address or a form, and its bytes, of which a form has none. */
export type Upload = { param: (name: UploadParam) => string | undefined; content: Buffer }

/**
 * The official client sends the parameters of an upload without bytes as a form. Others send pictures under the type of a
 * form, so what it begins with decides.
 */
export function readUpload(request: ApiRequest): Upload {
  const form = formOf(request)
  return {
    param: (name) => form?.get(name) ?? request.query.text(name),
    content: form ? Buffer.alloc(0) : request.body,
  }
}

function formOf({ contentType = '', body }: ApiRequest): URLSearchParams | undefined {
  if (!contentType.toLowerCase().startsWith('application/x-www-form-urlencoded')) return undefined
  const isForm = /^(externalUrl|fileName|description)=/.test(body.toString('latin1', 0, 20))
  return isForm ? new URLSearchParams(body.toString('utf8')) : undefined
}
