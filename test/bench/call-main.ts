import type { Page } from '@playwright/test'
import type { BridgeApi } from '../../electron/shared/bridge-api'
import type { RequestInput, RequestName, RequestOutput } from '../../electron/shared/contract'

/** Asks main as the window does. */
export function callMain<Name extends RequestName>(
  page: Page,
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestOutput<Name>> {
  const asked: { name: RequestName; input: unknown } = { name, input }
  return page.evaluate(async ({ name: wanted, input: given }) => {
    const bridge = Reflect.get(globalThis, 'stockroom') as BridgeApi
    const result = await bridge.call(wanted, given as never)
    if (!result.ok) throw new Error(result.error.message)
    return result.value
  }, asked) as Promise<RequestOutput<Name>>
}

export async function onlyConnection(page: Page): Promise<string> {
  const [connection] = await callMain(page, 'connections.list', {})
  if (!connection) throw new Error('No store is connected')
  return connection.id
}
