import type { Catalogue } from '../../../catalogue/catalogue'
import type { PictureJobFileRecord, SettableFile } from '../../../catalogue/picture-job-file-record'
import type { FileReason, FoundReason } from '../../../shared/file-reason'
import { matchByPattern } from '../../matching/match-by-pattern'
import { matchFile, type FileMatch, type Matcher, type NamedFile } from '../../matching/match-file'
import { parseNamePattern, type NamePattern } from '../../matching/name-pattern'
import { variationOf } from '../job/job-target'
import { createPacer } from '../../../changes/pacer'

const portion = 100

export const namedFileOf = ({ name, folder }: Pick<PictureJobFileRecord, 'name' | 'folder'>): NamedFile => ({
  name,
  folders: folder === '' ? [] : folder.split('/'),
})

/** The match of one file by the job's rule, or by the usual conventions. */
function matchWith(matcher: Matcher, pattern: NamePattern | null, file: NamedFile): FileMatch<FoundReason> {
  return pattern?.ok ? matchByPattern(matcher, pattern, file) : matchFile(matcher, file)
}

/** Matches all files of a job that nobody decided about, a portion at a time. */
export async function matchJob(
  catalogue: Catalogue,
  matcher: Matcher,
  { jobId, pattern, signal }: { jobId: number; pattern: string | null; signal: AbortSignal },
): Promise<void> {
  const parsed = pattern === null ? null : parseNamePattern(pattern)
  const pace = createPacer()
  let last = 0
  for (;;) {
    const files = catalogue.pictureJobFiles.after(jobId, last, portion)
    if (files.length === 0) return
    last = files.at(-1)?.id ?? last
    const settled: [number, SettableFile][] = []
    for (const file of files) {
      if (file.refusal !== null) continue
      const match = matchWith(matcher, parsed, namedFileOf(file))
      settled.push([file.id, settingsOf(catalogue, file, match)])
      await pace()
      signal.throwIfAborted()
    }
    catalogue.repeatable(() => settled.forEach(([id, set]) => catalogue.pictureJobFiles.update(id, set)))
    await pace()
  }
}

function settingsOf(catalogue: Catalogue, file: PictureJobFileRecord, match: FileMatch<FoundReason>): SettableFile {
  const { confidence, reason, candidates, position, place, group } = match
  const found = { confidence, reason, candidates }
  const placed = { found, position, placeRank: place.rank, placeNumber: place.number, similar: group }
  return file.byHand ? placed : { ...placed, ...verdictOf(catalogue, { ...file, found }) }
}

export const refused: FileReason = { says: 'refused' }
const notCompared: FileReason = { says: 'not-compared' }

/** What holds for a file that nobody decided about. */
export function verdictOf(catalogue: Catalogue, { found, refusal }: Pick<PictureJobFileRecord, 'found' | 'refusal'>) {
  const nobody = { productId: null, variationId: null }
  if (refusal !== null) return { verdict: 'refused' as const, reason: refused, ...nobody }
  const [best] = found?.candidates ?? []
  if (!found || !best) return { verdict: 'unmatched' as const, reason: found?.reason ?? notCompared, ...nobody }
  const variationId = variationOf(catalogue, best.productId, best.sku)
  const verdict = found.confidence === 'confident' ? ('matched' as const) : ('doubtful' as const)
  return { verdict, reason: found.reason, productId: best.productId, variationId }
}
