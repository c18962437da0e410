import type { StoreLines } from '../connections/store-lines'
import type { EventName, Events } from '../shared/contract'
import type { HostSide, ReaderSide } from '../shared/engine-contract'
import { asResult } from '../wire/as-result'
import { hearing, type Answers, type Hear } from '../wire/wire'

type Parts = {
  lines: Pick<StoreLines, 'open' | 'send'>
  emit: <Name extends EventName>(name: Name, payload: Events[Name]) => void
  noteMissingScope: (connectionId: string, scope: string) => void
  announce: (news: HostSide['news']['announce']) => void
  placeToSave: (name: string) => Promise<string | null>
  showInFolder: (path: string) => void
  reader: { hear: Hear<ReaderSide['news']> }
  log: { info: (text: string) => void; error: (text: string, error?: unknown) => void }
}

/** What main does for the engine: it sends requests with their keys, and shows and writes down what the engine tells. */
export function createHostOfEngine({
  lines,
  emit,
  noteMissingScope,
  announce,
  placeToSave,
  showInFolder,
  reader,
  log,
}: Parts): {
  answers: Answers<HostSide['calls']>
  hear: Hear<HostSide['news']>
} {
  return {
    answers: {
      'file.placeToSave': ({ name }) =>
        asResult(
          () => placeToSave(name),
          (error) => log.error('file.placeToSave', error),
        ),
      'file.show': ({ path }) =>
        asResult(
          () => {
            showInFolder(path)
            return null
          },
          (error) => log.error('file.show', error),
        ),
      'line.open': ({ line }) =>
        asResult(
          () => lines.open(line),
          (error) => log.error('line.open', error),
        ),
      'line.send': (request, way) =>
        asResult(
          () => lines.send(request, way),
          (error) => log.error('line.send', error),
        ),
    },
    hear: hearing<HostSide['news']>({
      event: ({ name, payload }) => emit(name, payload),
      log: ({ level, text }) => log[level](text),
      missingScope({ connectionId, scope }) {
        try {
          noteMissingScope(connectionId, scope)
        } catch {
          // The connection was removed meanwhile.
        }
      },
      announce,
      opened: (news) => reader.hear('opened', news),
      closed: (news) => reader.hear('closed', news),
      written: (news) => reader.hear('written', news),
    }),
  }
}
