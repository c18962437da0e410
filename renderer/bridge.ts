import type { BridgeApi } from '../electron/shared/bridge-api'
import type { EventName, Events, RequestInput, RequestName, RequestOutput } from '../electron/shared/contract'
import type { ErrorInfo, Result } from '../electron/shared/errors'
import type { FileToken } from '../electron/shared/file-token'
import { valueIn, type TextAnswer } from '../electron/shared/text-answer'

declare global {
  interface Window {
    stockroom: BridgeApi
  }
}

/** What main answered instead of a value: the sentence is the message, the rest is in `info`. */
export class BridgeError extends Error {
  constructor(readonly info: ErrorInfo) {
    super(info.message)
    this.name = 'BridgeError'
  }
}

/** Asks main; throws a BridgeError when main answers with an error. */
export async function call<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestOutput<Name>> {
  const answer: Result<RequestOutput<Name>> | TextAnswer = await window.stockroom.call(name, input)
  if (!answer.ok) throw new BridgeError(answer.error)
  return valueIn(answer)
}

/** Listens to main; returns the function that stops it. */
export function on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void {
  return window.stockroom.on(name, listener)
}

/** What main and the engine know these files by; '' for one that only exists in memory. */
export function tokensOf(files: File[]): FileToken[] {
  return window.stockroom.tokensOf(files)
}

/** Whatever was thrown, as data for the screen. */
export function problemOf(error: unknown): ErrorInfo {
  if (error instanceof BridgeError) return error.info
  return { code: 'internal', message: 'Something unexpected went wrong. Nothing you typed was lost.' }
}
