import { AppError } from '../shared/errors'
import { says } from '../shared/sentence'
import type { WithUpload } from './upload-body'

export type LineInit = Omit<RequestInit, 'headers'> & WithUpload & { headers: Record<string, string>; duplex?: 'half' }

/** The way to one store: where it is and with which key. Whoever asks the store need not know either. */
export type Line = {
  /** All that can go wrong before anything is sent, as an AppError; then what sends one request, `path` from the root on. */
  open(): Promise<(path: string, init: LineInit) => Promise<Response>>
}

export type LineOptions = {
  /** "https://app.ecwid.com", or the demo store's, which may have to start first. */
  origin: string | (() => Promise<string>)
  /** Asked anew for each request, so that a replaced key counts at once. Null: there is none. */
  key: () => string | null | Promise<string | null>
  fetch: (url: string, init: LineInit) => Promise<Response>
}

export function createLine({ origin, key, fetch }: LineOptions): Line {
  return {
    async open() {
      const token = await key()
      if (!token) throw new AppError('bad-key', says('key-unknown'))
      const base = typeof origin === 'string' ? origin : await origin()
      return (path, init) => {
        if (!path.startsWith('/api/v3/')) throw new Error('This is no call of the store.')
        const headers = { ...init.headers, Authorization: `Bearer ${token}` }
        // A redirect would carry the key to another host, and the store never sends one.
        return fetch(base + path, { ...init, headers, redirect: 'manual' })
      }
    },
  }
}
