import { requests, type ParsedInput, type RequestName, type RequestOutput } from '../shared/contract'
import { AppError, type Result } from '../shared/errors'
import { asResult } from './as-result'
import { inputWords } from './input-words'

export type Handlers<Names extends RequestName> = {
  [Name in Names]: (input: ParsedInput<Name>) => RequestOutput<Name> | Promise<RequestOutput<Name>>
}
/** The same before the input was checked; whatever happens is answered as data. */
export type RawHandlers<Names extends RequestName> = {
  [Name in Names]: (raw: unknown) => Promise<Result<RequestOutput<Name>>>
}

/** Checks each input by the contract's schema before the handler sees it. */
export function checked<Names extends RequestName>(
  handlers: Handlers<Names>,
  logError: (context: string, error: unknown) => void,
): RawHandlers<Names> {
  const entries = (Object.keys(handlers) as Names[]).map((name) => [
    name,
    (raw: unknown) =>
      asResult(
        () => handlers[name](parsed(name, raw)),
        (error) => logError(name, error),
      ),
  ])
  return Object.fromEntries(entries) as RawHandlers<Names>
}

function parsed<Name extends RequestName>(name: Name, raw: unknown): ParsedInput<Name> {
  const result = requests[name].input.safeParse(raw, { error: inputWords })
  if (result.success) return result.data as ParsedInput<Name>
  const fields = Object.fromEntries(result.error.issues.map(({ path, message }) => [path.join('.'), message]))
  throw new AppError('invalid-input', Object.values(fields)[0] ?? 'The input cannot be read.', { fields })
}
