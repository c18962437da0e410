import type { Events, EventName, RequestInput, RequestName } from './contract'
import type { FileToken } from './file-token'
import type { AnswerTo } from './text-answer'

/** What the preload script puts on `window.stockroom`. */
export type BridgeApi = {
  call<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<AnswerTo<Name>>
  /** Returns the function that stops listening. */
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void
  /**
   * What main and the engine know dropped, pasted or chosen files by; files of one chosen folder have one token, the folder's. '' for a file
   * that only exists in memory.
   */
  tokensOf(files: File[]): FileToken[]
}
