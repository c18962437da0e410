import type { Events, EventName, RequestInput, RequestName, RequestOutput } from './contract'
import type { Result } from './errors'
import type { FileToken } from './file-token'

/** What the preload script puts on `window.stockroom`. */
export type BridgeApi = {
  call<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Result<RequestOutput<Name>>>
  /** Returns the function that stops listening. */
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void
  /**
   * What main and the engine know dropped, pasted or chosen files by; files of one chosen folder have one token, the folder's. '' for a file
   * that only exists in memory.
   */
  tokensOf(files: File[]): FileToken[]
}
