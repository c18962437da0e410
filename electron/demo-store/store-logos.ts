import { ok, type ApiAnswer, type ApiRequest } from './api-request'
import { mergeJson, type JsonObject } from './json-object'
import { pictureUrls, uploadId } from './media-view'
import { takePicture } from './picture-intake'
import type { Route } from './router'
import type { StoreParts } from './store-parts'
import { readUpload } from './upload-form'
import type { ViewContext } from './view-context'

/** Where the profile shows each logo. */
const places = {
  logo: (url: string) => ({ generalInfo: { starterSite: { storeLogoUrl: url } } }),
  invoicelogo: (url: string) => ({ settings: { invoiceLogoUrl: url } }),
  emaillogo: (url: string) => ({ settings: { emailLogoUrl: url } }),
} as const
type Logo = keyof typeof places

/** The profile with the addresses of its logos, which move with the port of this store. */
export function withLogos(profile: JsonObject, context: ViewContext): JsonObject {
  const logos = Object.entries(context.store.data.logos ?? {}) as [Logo, number][]
  return logos.reduce(
    (shown, [logo, base]) => mergeJson(shown, places[logo](pictureUrls(base, context).original)),
    profile,
  )
}

/** The documentation uploads them with PUT on one page and with POST on another. */
export function storeLogoRoutes({ store, blobs, download }: StoreParts): Route[] {
  const routesOf = (logo: Logo): Route[] => {
    const upload = async (request: ApiRequest): Promise<ApiAnswer> => {
      const base = await takePicture(readUpload(request), { store, blobs, download })
      store.saveLogos({ ...store.data.logos, [logo]: base })
      return ok({ id: uploadId(base) })
    }
    const remove = (): ApiAnswer => {
      const { [logo]: base, ...rest } = store.data.logos ?? {}
      if (base !== undefined) store.saveLogos(rest)
      return ok({ deleteCount: base === undefined ? 0 : 1 })
    }
    const path = `/profile/${logo}`
    const scopes = ['update_store_profile']
    return [
      { method: 'POST', path, scopes, handle: upload },
      { method: 'PUT', path, scopes, handle: upload },
      { method: 'DELETE', path, scopes, handle: remove },
    ]
  }
  return (Object.keys(places) as Logo[]).flatMap(routesOf)
}
