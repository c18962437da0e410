import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { requests, type ParsedInput, type RequestName, type RequestOutput } from '../shared/contract'
import { requestNames } from '../shared/contract-names'
import { AppError, toErrorInfo, type Result } from '../shared/errors'
import { assertHandy } from './message-size'

export type Handlers = {
  [Name in RequestName]: (input: ParsedInput<Name>) => RequestOutput<Name> | Promise<RequestOutput<Name>>
}

type Guards = {
  /** Whether the call comes from the app's own page. */
  isOwnPage: (event: IpcMainInvokeEvent) => boolean
  logError: (context: string, error: unknown) => void
}

/** Every call passes here: the sender, then the size and the shape, then the handler; whatever happens is answered as data. */
export function registerHandlers(ipcMain: IpcMain, handlers: Handlers, guards: Guards): void {
  for (const name of requestNames) {
    ipcMain.handle(name, (event, raw: unknown) =>
      answer(
        name,
        () => {
          if (!guards.isOwnPage(event)) throw new AppError('invalid-input', 'This call did not come from the window.')
          return handle(name, handlers, raw)
        },
        guards,
      ),
    )
  }
}

/** Checks the input's size and, by the contract's schema, its shape, and runs the handler. */
export function handle<Name extends RequestName>(
  name: Name,
  handlers: Handlers,
  raw: unknown,
): RequestOutput<Name> | Promise<RequestOutput<Name>> {
  assertHandy(raw)
  const parsed = requests[name].input.safeParse(raw)
  if (!parsed.success) {
    const fields = Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message]))
    throw new AppError('invalid-input', Object.values(fields)[0] ?? 'The input cannot be read.', { fields })
  }
  return handlers[name](parsed.data as ParsedInput<Name>)
}

async function answer<T>(name: RequestName, work: () => T | Promise<T>, { logError }: Guards): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    const info = toErrorInfo(error)
    if (info.code === 'internal' || info.code === 'storage') logError(name, error)
    return { ok: false, error: info }
  }
}
