import type { Events, EventName, RequestInput, RequestName, RequestOutput } from './contract'
import type { Result } from './errors'

/** What the preload script puts on `window.stockroom`. */
export type BridgeApi = {
  call<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Result<RequestOutput<Name>>>
  /** Returns the function that stops listening. */
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void
  /** Real paths of dropped, pasted or chosen files; '' for a file that only exists in memory. */
  pathsOf(files: File[]): string[]
}
