import type { FileTokens } from '../pictures/file-tokens'
import type { EngineCall } from '../shared/engine-contract'
import type { StoreSessions } from '../sync/store-sessions'
import type { Handlers } from '../wire/handle'

type Names = Extract<EngineCall, `pictureJobs.${string}`>

/** The calls of the bulk upload of pictures. */
export function createPictureJobHandlers(
  sessions: StoreSessions,
  { pathOf }: Pick<FileTokens, 'pathOf'>,
): Handlers<Names> {
  const of = (connectionId: string) => sessions.of(connectionId).pictureJobs
  return {
    'pictureJobs.start': ({ connectionId, files, jobId }) => of(connectionId).start(files.map(pathOf), jobId),
    'pictureJobs.list': ({ connectionId }) => of(connectionId).list(),
    'pictureJobs.get': ({ connectionId, jobId }) => of(connectionId).get(jobId),
    'pictureJobs.files': ({ connectionId, jobId, ...query }) => of(connectionId).files(jobId, query),
    'pictureJobs.products': ({ connectionId, jobId, ...query }) => of(connectionId).products(jobId, query),
    'pictureJobs.removals': ({ connectionId, jobId, ...query }) => of(connectionId).removals(jobId, query),
    'pictureJobs.assign': ({ connectionId, jobId, files, to }) => of(connectionId).assign(jobId, files, to),
    'pictureJobs.arrange': ({ connectionId, jobId, ...order }) => of(connectionId).arrange(jobId, order),
    'pictureJobs.setOptions': ({ connectionId, jobId, options }) => of(connectionId).setOptions(jobId, options),
    'pictureJobs.previewPattern': ({ connectionId, jobId, pattern }) => of(connectionId).previewPattern(jobId, pattern),
    'pictureJobs.previewAlt': ({ connectionId, jobId, altPattern }) => of(connectionId).previewAlt(jobId, altPattern),
    'pictureJobs.apply': ({ connectionId, jobId, confirmed }) => of(connectionId).apply(jobId, confirmed),
    'pictureJobs.toPrepare': ({ connectionId, jobId, limit }) => of(connectionId).toPrepare(jobId, limit),
    'pictureJobs.readFile': ({ connectionId, jobId, fileId }) => of(connectionId).readFile(jobId, fileId),
    'pictureJobs.prepared': ({ connectionId, jobId, fileId, result }) =>
      of(connectionId).prepared(jobId, fileId, result),
    'pictureJobs.hold': ({ connectionId, jobId, hold }) => of(connectionId).hold(jobId, hold),
    'pictureJobs.cancel': ({ connectionId, jobId, keepSent }) => of(connectionId).cancel(jobId, keepSent),
    'pictureJobs.retryFailed': ({ connectionId, jobId }) => of(connectionId).retryFailed(jobId),
    'pictureJobs.report': ({ connectionId, jobId, ...query }) => of(connectionId).report(jobId, query),
    'pictureJobs.reportCsv': ({ connectionId, jobId }) => of(connectionId).reportCsv(jobId),
    'pictureJobs.remove': ({ connectionId, jobId }) => of(connectionId).remove(jobId),
  }
}
