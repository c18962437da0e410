/**
 * picture_jobs: uploads of whole folders, from the scan to the report. picture_job_files: their files; `found` is what the
 * matching said, `verdict`, `reason` and the product what holds now. Ids are never given twice: the window remembers
 * pictures by them. What a file became in the queue is its row in `changes`, which may now be thousands: what is due is
 * read from an index alone.
 */
export const pictureJobs = `
CREATE TABLE picture_jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  state TEXT NOT NULL,
  label TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  paths TEXT NOT NULL,
  options TEXT NOT NULL,
  skipped INTEGER NOT NULL DEFAULT 0,
  is_paused INTEGER NOT NULL DEFAULT 0,
  ending TEXT,
  problem TEXT,
  change_set_id INTEGER REFERENCES change_sets(id)
);
CREATE TABLE picture_job_files (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job_id INTEGER NOT NULL REFERENCES picture_jobs(id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  folder TEXT NOT NULL,
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  type TEXT,
  width INTEGER NOT NULL DEFAULT 0,
  height INTEGER NOT NULL DEFAULT 0,
  refusal TEXT,
  warning TEXT,
  found TEXT,
  similar TEXT NOT NULL DEFAULT '',
  by_hand INTEGER NOT NULL DEFAULT 0,
  verdict TEXT NOT NULL DEFAULT 'unmatched',
  reason TEXT NOT NULL DEFAULT '',
  product_id INTEGER,
  variation_id INTEGER,
  position INTEGER,
  place_rank INTEGER NOT NULL DEFAULT 2,
  place_number INTEGER NOT NULL DEFAULT 0,
  arranged INTEGER,
  is_main INTEGER,
  source_hash TEXT,
  step TEXT NOT NULL DEFAULT 'none',
  problem TEXT,
  alt TEXT NOT NULL DEFAULT '',
  staged_hash TEXT,
  staged_name TEXT,
  staged_bytes INTEGER,
  change_id INTEGER REFERENCES changes(id),
  UNIQUE (job_id, path)
);
CREATE INDEX picture_job_files_by_verdict ON picture_job_files(job_id, verdict, id);
CREATE INDEX picture_job_files_by_product ON picture_job_files(job_id, product_id);
CREATE INDEX picture_job_files_by_step ON picture_job_files(job_id, step, id);
CREATE INDEX picture_job_files_by_similar ON picture_job_files(job_id, similar);
CREATE INDEX picture_job_files_by_change ON picture_job_files(change_id) WHERE change_id IS NOT NULL;
CREATE INDEX changes_queue ON changes(product_id, id, state, kind, retry_at, decision)
  WHERE state NOT IN ('sent', 'dropped');
CREATE INDEX changes_by_set_state ON changes(set_id, state);
-- What was uploaded before: the same folder dropped twice uploads nothing.
CREATE INDEX picture_job_files_uploaded ON picture_job_files(product_id, bytes) WHERE change_id IS NOT NULL;
`
