const nothingElse = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** What the window's page may load; index.html says the same for the server that reloads while one develops. */
const page =
  "script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' picture: blob: data:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:"

/** A worker compiles ImageMagick and reads pictures; it has no page to show. */
const worker = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' picture: blob:"

/** The policy of an answer by its content type. That of a script counts where it is a worker's first one. */
export function contentPolicyOf(contentType: string): string {
  if (contentType.startsWith('text/html')) return `${nothingElse}; ${page}`
  return contentType.startsWith('text/javascript') ? `${nothingElse}; ${worker}` : nothingElse
}
