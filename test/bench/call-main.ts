import type { Page } from '@playwright/test'
import type { BridgeApi } from '../../electron/shared/bridge-api'
import type { RequestInput, RequestName, RequestOutput } from '../../electron/shared/contract'
import { valueIn } from '../../electron/shared/text-answer'

/** Asks main as the window does. */
export async function callMain<Name extends RequestName>(
  page: Page,
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestOutput<Name>> {
  const asked: { name: RequestName; input: unknown } = { name, input }
  const result = await page.evaluate(({ name: wanted, input: given }) => {
    const bridge = Reflect.get(globalThis, 'stockroom') as BridgeApi
    return bridge.call(wanted, given as never)
  }, asked)
  if (!result.ok) throw new Error(result.error.message)
  return valueIn(result as Parameters<typeof valueIn<RequestOutput<Name>>>[0])
}

export async function onlyConnection(page: Page): Promise<string> {
  const [connection] = await callMain(page, 'connections.list', {})
  if (!connection) throw new Error('No store is connected')
  return connection.id
}
