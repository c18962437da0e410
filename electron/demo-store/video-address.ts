import { ApiError } from './api-error'
import { isJsonObject } from './json-object'
import { parsedUrl } from './link-download'
import type { ApiRequest } from './api-request'

/** The address of a video, from the JSON or, as older documentation says, from a header of this name. */
export function sentVideoUrl({ body, headers }: ApiRequest): unknown {
  try {
    const json: unknown = JSON.parse(body.toString('utf8'))
    if (isJsonObject(json) && json['url'] !== undefined) return json['url']
  } catch {
    // Without JSON the header counts.
  }
  return headers['url']
}

/** Only pages of videos are taken: no files, no front pages, and of well-known places none without a video in its address. */
export function readVideoUrl(value: unknown): string {
  const url = typeof value === 'string' ? parsedUrl(value) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) throw notVideo()
  if (/\.(mp4|mov|avi|webm|mkv|m4v)$/i.test(url.pathname)) {
    throw new ApiError(422, 'Videos of this place or kind are not supported', 'VIDEO_NOT_SUPPORTED')
  }
  if (/\.\w{2,5}$/.test(url.pathname) || (url.pathname === '/' && url.search === '')) throw notVideo()
  const isYouTube = /(^|\.)youtube\.com$/.test(url.hostname)
  if (isYouTube && url.pathname === '/watch' && !url.searchParams.get('v')) {
    throw new ApiError(422, 'The video is not available', 'VIDEO_UNAVAILABLE')
  }
  return url.href
}

const notVideo = () => new ApiError(422, 'The address does not lead to a video', 'NOT_VIDEO_URL')
