import { ApiError, fileNotFound, wrongParameter } from './api-error'
import { idParam, jsonObjectBody, ok, type ApiAnswer, type ApiRequest } from './api-request'
import { readFields } from './body-fields'
import { mostOfFiles } from './http-body'
import { requireProduct } from './products'
import type { Route } from './router'
import type { StoreParts } from './store-parts'
import type { StoredFile, StoredProduct } from './stored-catalogue'
import { readUpload } from './upload-form'

/** Downloadable files of digital products. */
export function productFileRoutes({ store, blobs, download }: StoreParts): Route[] {
  const find = (request: ApiRequest, product: StoredProduct): StoredFile => {
    const file = product.files.find(({ id }) => id === idParam(request, 'file'))
    if (!file) throw fileNotFound()
    return file
  }

  const upload = async (request: ApiRequest): Promise<ApiAnswer> => {
    requireProduct(request, store)
    const sent = readUpload(request)
    const name = sent.param('fileName')
    if (!name) throw wrongParameter('Absent parameter fileName')
    const url = sent.param('externalUrl')
    const content = url === undefined ? sent.content : await download(url)
    if (content.length > mostOfFiles) throw new ApiError(413, 'The file is larger than the plan allows')
    const file: StoredFile = {
      id: store.nextId('file'),
      name,
      description: sent.param('description') ?? '',
      size: content.length,
      sha256: await blobs.put(content),
    }
    const product = requireProduct(request, store)
    store.saveProduct({ ...product, files: [...product.files, file] })
    return ok({ id: file.id })
  }

  const get = async (request: ApiRequest): Promise<ApiAnswer> => {
    const file = find(request, requireProduct(request, store))
    const content = await blobs.get(file.sha256)
    if (!content) throw fileNotFound()
    return { status: 200, bytes: { content, type: 'application/octet-stream' } }
  }

  const update = (request: ApiRequest): ApiAnswer => {
    const { description } = readFields(jsonObjectBody(request, 'ProductFile'), { description: 'string' }, 'ProductFile')
    const product = requireProduct(request, store)
    const { id } = find(request, product)
    const files = product.files.map((each) =>
      each.id === id && typeof description === 'string' ? { ...each, description } : each,
    )
    store.saveProduct({ ...product, files })
    return ok({ updateCount: 1 })
  }

  const remove = (request: ApiRequest, keeps: (file: StoredFile) => boolean): ApiAnswer => {
    const product = requireProduct(request, store)
    const files = product.files.filter(keeps)
    if (files.length < product.files.length) store.saveProduct({ ...product, files })
    return ok({ deleteCount: product.files.length - files.length })
  }

  const all = '/products/:id/files'
  const scopes = ['update_catalog']
  return [
    { method: 'POST', path: all, scopes: ['create_catalog', 'update_catalog'], handle: upload },
    { method: 'DELETE', path: all, scopes, handle: (request) => remove(request, () => false) },
    { method: 'GET', path: `${all}/:file`, scopes: ['read_catalog'], handle: get },
    { method: 'PUT', path: `${all}/:file`, scopes, handle: update },
    {
      method: 'DELETE',
      path: `${all}/:file`,
      scopes,
      handle: (request) => remove(request, ({ id }) => id !== idParam(request, 'file')),
    },
  ]
}
