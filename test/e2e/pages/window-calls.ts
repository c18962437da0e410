import type { Page } from '@playwright/test'
import type { RequestInput, RequestName, RequestOutput } from '../../../electron/shared/contract'
import { valueIn } from '../../../electron/shared/text-answer'

/** What the window itself would ask, where the way there is not what is tested. */
export async function call<Name extends RequestName>(
  page: Page,
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestOutput<Name>> {
  const result = await page.evaluate(
    ([called, given]) => window.stockroom.call(called as RequestName, given as never),
    [name, input] as const,
  )
  if (!result.ok) throw new Error(result.error.message)
  return valueIn(result as Parameters<typeof valueIn<RequestOutput<Name>>>[0])
}

export const connectionOf = async (page: Page): Promise<string> =>
  (await call(page, 'connections.list', {}))[0]?.id ?? ''
