import { appOrigin } from './app-protocol'

/** A variable of the environment must not put another page in the place of a packaged app's. */
export const devServerOf = (isPackaged: boolean, named: string | undefined): string | undefined =>
  isPackaged ? undefined : named

/** Whether an address is a page of this app, or of the server that reloads it while one develops. Origins count whole. */
export function isOwnUrl(address: string, devServer: string | undefined): boolean {
  const origin = originOf(address)
  return (
    origin !== null && (origin === originOf(appOrigin) || (devServer !== undefined && origin === originOf(devServer)))
  )
}

/** `URL.origin` is "null" for schemes of one's own. */
function originOf(address: string): string | null {
  try {
    const { protocol, host, username, password } = new URL(address)
    return username || password ? null : `${protocol}//${host}`
  } catch {
    return null
  }
}
