import { z } from 'zod'

/** Closed list: a new code needs a reason, namely that someone acts differently on it. */
export const errorCodes = [
  'invalid-input', // the fields say what to mend
  'not-found', // the thing is gone; leave the screen
  'bad-key', // the store refuses the key; ask for a new one
  'missing-scope', // the key may not do this; name the scope
  'wrong-store', // no store has this ID
  'plan', // the store's plan does not include this
  'rate-limited', // wait until retryAt
  'offline', // the request never left, or nothing answered: safe to try again
  'unknown-outcome', // the request left and its answer was lost: look before trying again
  'store-fault', // the store answered 5xx or with something unreadable
  'refused', // the store understood and said no; its sentence is the message
  'conflict', // both sides changed the same thing
  'keychain', // the OS keychain did not answer
  'storage', // the disk or the database failed
  'cancelled', // the person stopped it; show nothing
  'internal', // a defect
] as const

export const errorInfoSchema = z.object({
  code: z.enum(errorCodes),
  /** A sentence for the person. */
  message: z.string(),
  /** Field name -> sentence, for forms. */
  fields: z.record(z.string(), z.string()).optional(),
  /** UNIX milliseconds after which trying again makes sense. */
  retryAt: z.number().optional(),
  /** Ecwid's machine code where there is one, such as SKU_ALREADY_EXISTS. */
  storeCode: z.string().optional(),
  /** The missing Ecwid scope, with code missing-scope. */
  scope: z.string().optional(),
})

export type ErrorCode = (typeof errorCodes)[number]
export type ErrorInfo = z.infer<typeof errorInfoSchema>
export type Result<T> = { ok: true; value: T } | { ok: false; error: ErrorInfo }

/** The only error class of main: made at the edge that knows, caught in few places. */
export class AppError extends Error {
  readonly info: ErrorInfo

  constructor(code: ErrorCode, message: string, more: Omit<ErrorInfo, 'code' | 'message'> & { cause?: unknown } = {}) {
    const { cause, ...rest } = more
    super(message, { cause })
    this.name = 'AppError'
    // Last, because `more` may come from another error that this one tells in other words.
    this.info = { ...rest, code, message }
  }

  get code(): ErrorCode {
    return this.info.code
  }
}

/** Whatever was thrown, as data for the person; anything that is not an AppError is a defect and keeps its text to the log. */
export function toErrorInfo(error: unknown): ErrorInfo {
  if (error instanceof AppError) return error.info
  return {
    code: 'internal',
    message: 'Something unexpected went wrong. Nothing you typed was lost; the log has the details.',
  }
}
