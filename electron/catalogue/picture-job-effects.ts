import { storedReason, type FileReason } from '../shared/file-reason'
import { addsPicture, setsVariationPicture } from './acts-sql'
import type { Db } from './database'
import { placeOrder } from './picture-job-queued-file'

/**
 * `bound`: the files to be added, and whether each is the one that becomes the picture of its variation: the first, unless
 * the variation keeps what the job gave it before. `filled`: those variations that have a picture now. ?1: the job.
 */
const bound = `kept AS MATERIALIZED (SELECT DISTINCT product_id, variation_id FROM picture_job_files
    WHERE job_id = ?1 AND verdict = 'already' AND variation_id IS NOT NULL),
  bound AS MATERIALIZED (SELECT f.id, f.product_id, f.variation_id, f.variation_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM kept k WHERE k.product_id = f.product_id AND k.variation_id = f.variation_id)
      AND row_number() OVER (PARTITION BY f.product_id, f.variation_id ORDER BY ${placeOrder}) = 1 AS of_variation
    FROM picture_job_files f WHERE f.job_id = ?1 AND f.verdict = 'matched' AND f.product_id IS NOT NULL)`

// Each product is read once, whatever the number of its variations: hence the order of the joins.
const filled = `filled AS MATERIALIZED (SELECT b.product_id, b.variation_id
    FROM (SELECT DISTINCT product_id FROM bound WHERE of_variation) w
      CROSS JOIN remotes r ON r.product_id = w.product_id
      CROSS JOIN json_each(r.json, '$.combinations') v
      CROSS JOIN bound b ON b.product_id = w.product_id AND b.variation_id = json_extract(v.value, '$.id') AND b.of_variation
    WHERE coalesce(json_extract(v.value, '$.originalImageUrl'), json_extract(v.value, '$.imageUrl')) IS NOT NULL
    UNION SELECT c.product_id, CAST(c.key AS INTEGER) FROM changes c
      WHERE c.state NOT IN ('sent', 'taken-back') AND ${setsVariationPicture('c')}
        AND json_extract(c.after, '$.source') IS NOT NULL)`

const isFilled = `EXISTS (SELECT 1 FROM filled x WHERE x.product_id = b.product_id AND x.variation_id = b.variation_id)`

/** A file for a product, or a variation, that has a picture. */
const passedOver = `CASE WHEN b.of_variation THEN ${isFilled} ELSE p.picture_count > 0 END`

/** Products whose gallery gets others in its place: not those all of whose files are for variations. */
const newGalleries = `(SELECT product_id FROM bound WHERE NOT of_variation UNION
  SELECT a.product_id FROM picture_job_files a WHERE a.job_id = ?1 AND a.verdict = 'already' AND a.variation_id IS NULL
    AND a.product_id IN (SELECT product_id FROM bound))`

// A file that is twice in the job is 'already' as well, and keeps nothing.
const keptInGallery = `(SELECT count(DISTINCT a.source_hash) FROM picture_job_files a WHERE a.job_id = ?1
  AND a.verdict = 'already' AND a.variation_id IS NULL AND a.product_id = p.id
  AND EXISTS (SELECT 1 FROM changes c WHERE c.product_id = a.product_id AND ${addsPicture('c')} AND c.state = 'sent'
    AND (json_extract(c.after, '$.source.hash') = a.source_hash OR EXISTS
      (SELECT 1 FROM picture_job_files f WHERE f.change_id = c.id AND f.source_hash = a.source_hash))
    AND NOT EXISTS (SELECT 1 FROM changes r WHERE r.reverts = c.id AND r.state <> 'taken-back')))`

/** What a job would do to the products as they are now, counted without reading each of them. */
export function createPictureJobEffects(db: Db) {
  const withPictures = `WITH ${bound}, ${filled}`
  const products = db.prepare(
    `SELECT count(DISTINCT product_id) AS n FROM picture_job_files WHERE job_id = ? AND verdict = 'matched'`,
  )
  const passed = db.prepare(
    `${withPictures} SELECT count(*) AS files,
       (SELECT count(DISTINCT b.product_id) FROM bound b JOIN products p ON p.id = b.product_id WHERE NOT (${passedOver})) AS left
     FROM bound b JOIN products p ON p.id = b.product_id WHERE ${passedOver}`,
  )
  const leave = db.prepare(
    `${withPictures} UPDATE picture_job_files SET verdict = 'leftOut', reason = CASE WHEN id IN
         (SELECT id FROM bound WHERE of_variation) THEN ?2 ELSE ?3 END
       WHERE id IN (SELECT b.id FROM bound b JOIN products p ON p.id = b.product_id WHERE ${passedOver})`,
  )
  const removals = db.prepare(
    `${withPictures} SELECT (SELECT coalesce(sum(max(0, p.picture_count - ${keptInGallery})), 0) FROM products p
         WHERE p.id IN ${newGalleries}) + (SELECT count(*) FROM bound b WHERE b.of_variation AND ${isFilled}) AS n`,
  )
  const losing = `FROM products p WHERE (p.picture_count > 0 AND p.id IN ${newGalleries})
    OR p.id IN (SELECT b.product_id FROM bound b WHERE b.of_variation AND ${isFilled})`
  const losingTotal = db.prepare(`${withPictures} SELECT count(*) AS n ${losing}`)
  const losingPage = db.prepare(`${withPictures} SELECT p.id ${losing} ORDER BY p.name_key, p.id LIMIT ?2 OFFSET ?3`)

  return {
    /** Products that files are for. */
    products: (jobId: number): number => products.get<{ n: number }>(jobId)?.n ?? 0,
    /** Where only what has no picture gets one: files that are passed over, and products that still get some. */
    passedOver: (jobId: number): { files: number; left: number } =>
      passed.get<{ files: number; left: number }>(jobId) ?? { files: 0, left: 0 },
    /** Leaves those files out, each with its reason. */
    leaveFilled: (jobId: number, reasons: { variation: FileReason; product: FileReason }): void =>
      void leave.run(jobId, storedReason(reasons.variation), storedReason(reasons.product)),
    /** Pictures of galleries and variations that go where others take their place. */
    removals: (jobId: number): number => removals.get<{ n: number }>(jobId)?.n ?? 0,
    /** The products that lose them, by name. */
    losingProducts(jobId: number, { offset, limit }: { offset: number; limit: number }) {
      const productIds = losingPage.all<{ id: number }>(jobId, limit, offset).map(({ id }) => id)
      return { total: losingTotal.get<{ n: number }>(jobId)?.n ?? 0, productIds }
    },
  }
}
