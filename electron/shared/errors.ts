import { z } from 'zod'
import type { Faults } from './fields/fault'
import { inWords, says, sentenceSchema, type Sentence } from './sentence'
import { faultTexts } from './words/fault'
import { sentenceText } from './words/sentence'

/** Closed list: a new code needs a reason, namely that someone acts differently on it. */
const errorCodes = [
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
  'edited-at-once', // somebody edited it at the same moment and nothing was done: read again, then try again
  'refused', // the store understood and said no; its sentence is the message
  'conflict', // both sides changed the same thing
  'keychain', // the OS keychain did not answer
  'storage', // the disk or the database failed
  'cancelled', // the person stopped it; show nothing
  'internal', // a defect
] as const

const errorInfoSchema = z.object({
  code: z.enum(errorCodes),
  /** A sentence for the person. */
  message: z.string(),
  /** The same as it is stored; left out where the message is not the program's own. */
  sentence: sentenceSchema.optional(),
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

/** An error that is kept: no words but the store's own. `fields`: which it is about. */
export const reasonSchema = errorInfoSchema
  .omit({ message: true })
  .extend({ sentence: sentenceSchema, fields: z.array(z.string()).optional() })
export type Reason = z.infer<typeof reasonSchema>

export const reasonOf = ({ message, sentence = inWords(message), fields, ...info }: ErrorInfo): Reason => ({
  ...info,
  sentence,
  ...(fields && { fields: Object.keys(fields) }),
})
/** What an error says, as it is kept. */
export const sentenceOf = (error: unknown): Sentence => reasonOf(toErrorInfo(error)).sentence

export const reasonText = ({ sentence }: Pick<Reason, 'sentence'>): string => sentenceText(sentence)

export type Result<T> = { ok: true; value: T } | { ok: false; error: ErrorInfo }

type More = Omit<ErrorInfo, 'code' | 'message' | 'sentence'> & { cause?: unknown; faults?: Faults }

/** The only error class of main and engine: made at the edge that knows, caught in few places. */
export class AppError extends Error {
  readonly info: ErrorInfo
  /** Of `fields`, what is wrong as it is stored. */
  readonly faults: Faults

  constructor(code: ErrorCode, said: string | Sentence, more: More = {}) {
    const { cause, faults = {}, ...rest } = more
    const message = typeof said === 'string' ? said : sentenceText(said)
    super(message, { cause })
    this.name = 'AppError'
    this.faults = faults
    // Last, because `more` may come from another error that this one tells in other words.
    const fields = more.faults ? { fields: faultTexts(faults) } : {}
    this.info = { ...rest, ...fields, code, message, sentence: typeof said === 'string' ? undefined : said }
  }

  get code(): ErrorCode {
    return this.info.code
  }
}

/** Nothing, unless something is wrong: then AppError 'invalid-input', which says the first of it. */
export function refuseFaults(faults: Faults): void {
  const [fault] = Object.values(faults)
  if (fault) throw new AppError('invalid-input', { says: 'fault', fault }, { faults })
}

/** Whatever was thrown, as data for the person; anything that is not an AppError is a defect and keeps its text to the log. */
export function toErrorInfo(error: unknown): ErrorInfo {
  if (error instanceof AppError) return error.info
  const sentence = says('unexpected')
  return { code: 'internal', message: sentenceText(sentence), sentence }
}
