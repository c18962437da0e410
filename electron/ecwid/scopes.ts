/** The Ecwid scope a refused call needed: named by the store's sentence, or else by the call. */
export function scopeOf(method: string, path: string, sentence = ''): string {
  const named = /\b((?:read|update|create)_[a-z_]+|public_storefront)\b/.exec(sentence)?.[1]
  return named ?? scopeOfCall(method, path)
}

function scopeOfCall(method: string, path: string): string {
  if (path === '/profile' || path === '/latest-stats') {
    return method === 'GET' ? 'read_store_profile' : 'update_store_profile'
  }
  if (path === '/brands') return 'read_brands'
  if (method === 'GET') return 'read_catalog'
  const creates = /^\/(products|categories|classes)$|\/combinations$/.test(path)
  return method === 'POST' && creates ? 'create_catalog' : 'update_catalog'
}
