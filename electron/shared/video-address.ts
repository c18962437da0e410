import type { PlainSentence } from './sentence'

const filesOfVideos = /\.(mp4|mov|avi|webm|mkv|m4v|wmv)$/i
const otherFiles = /\.\w{2,5}$/

/** One video by whichever of its addresses, short enough to be read: "youtube.com/abc". */
export function videoName(address: string): string {
  const url = parsed(address)
  if (!url) return address
  const place = url.host.replace(/^(www|m|player)\./, '')
  const inPlace = idOf(place, url)
  if (inPlace) return inPlace
  return `${place}${url.pathname.replace(/\/$/, '')}${url.search}`
}

/** Why no video can be at this address; null: the store tells. */
export function videoProblem(address: string): PlainSentence | null {
  const url = parsed(address)
  if (!url) return 'video-address-wanted'
  if (filesOfVideos.test(url.pathname)) return 'video-is-file'
  const place = url.host.replace(/^(www|m)\./, '')
  const isPage = (url.pathname !== '/' || url.search !== '') && !otherFiles.test(url.pathname)
  if (!isPage) return 'video-not-at-address'
  return /^(youtube(-nocookie)?\.com|youtu\.be|vimeo\.com)$/.test(place) && !idOf(place, url)
    ? 'video-page-of-many'
    : null
}

function idOf(place: string, { pathname, searchParams }: URL): string | null {
  const parts = pathname.split('/').filter(Boolean)
  const last = parts.at(-1)
  if (place === 'youtu.be') return last ? `youtube.com/${last}` : null
  if (/^youtube(-nocookie)?\.com$/.test(place)) {
    const isPath = parts.length > 1 && ['embed', 'shorts', 'live', 'v'].includes(parts[0] ?? '')
    const id = isPath ? parts[1] : parts[0] === 'watch' ? searchParams.get('v') : null
    return id ? `youtube.com/${id}` : null
  }
  const number = place === 'vimeo.com' ? parts.findLast((part) => /^\d+$/.test(part)) : undefined
  return number ? `vimeo.com/${number}` : null
}

/** URL.canParse came with a later Chromium than the oldest this must run on. */
function parsed(address: string): URL | null {
  try {
    const url = new URL(address.trim())
    return /^https?:$/.test(url.protocol) ? url : null
  } catch {
    return null
  }
}
