import type { PictureJob } from '../../../shared/picture-job'

type Facts = Pick<PictureJob, 'state' | 'counts' | 'products' | 'removals' | 'progress' | 'scan' | 'options'> & {
  /** Files for products that have pictures and therefore get none. */
  passedOver: number
}

/** What will happen, or happened, in one sentence. */
export function jobSentence(facts: Facts): string {
  const { state, progress, scan } = facts
  switch (state) {
    case 'scanning':
      return `${files(scan.found)} found, ${number(scan.checked)} looked at.`
    case 'matching':
      return `Comparing the names of ${files(scan.found)} with the catalogue.`
    case 'review':
      return review(facts)
    case 'preparing':
      return `${number(progress.prepared)} of ${pictures(progress.total)} prepared, ${number(progress.sent)} in the store.`
    case 'uploading':
      return `${number(progress.sent)} of ${pictures(progress.total)} are in the store.`
    case 'done':
      return done(facts)
    case 'cancelled':
      return progress.sent > 0
        ? `Cancelled; ${pictures(progress.sent)} had been added.`
        : 'Cancelled; nothing was added.'
  }
}

const are = (count: number): string => (count === 1 ? 'is' : 'are')

function review({ counts, products, removals, passedOver, options }: Facts): string {
  const added = counts.matched - passedOver
  const first =
    added === 0
      ? 'Nothing would be added'
      : `${pictures(added)} will be added to ${number(products)} ${products === 1 ? 'product' : 'products'}`
  const parts = [
    counts.doubtful > 0 && `${number(counts.doubtful)} ${counts.doubtful === 1 ? 'waits' : 'wait'} for your decision`,
    counts.unmatched > 0 &&
      `${number(counts.unmatched)} ${counts.unmatched === 1 ? 'belongs' : 'belong'} to no product`,
    counts.already > 0 && `${number(counts.already)} ${are(counts.already)} there already`,
    counts.refused > 0 && `${number(counts.refused)} cannot be used`,
    passedOver > 0 && `${number(passedOver)} ${are(passedOver)} for products that have pictures`,
    counts.leftOut > 0 && `${number(counts.leftOut)} ${are(counts.leftOut)} left out`,
  ].filter((part) => part !== false)
  const rest = parts.length > 0 ? `; ${parts.join(', ')}` : ''
  const loss =
    options.mode === 'replace' && removals > 0 ? ` ${pictures(removals)} will be removed.` : ' Nothing is removed.'
  return `${first}${rest}.${loss}`
}

function done({ progress, counts }: Facts): string {
  const failed = progress.failed > 0 ? `; ${number(progress.failed)} could not be added` : ''
  const already = counts.already > 0 ? `; ${number(counts.already)} were there already` : ''
  return `${progress.sent === 0 ? 'No picture was' : progress.sent === 1 ? '1 picture was' : `${number(progress.sent)} pictures were`} added${failed}${already}.`
}

const grouped = new Intl.NumberFormat('en')
const number = (count: number): string => grouped.format(count)
const files = (count: number): string => (count === 1 ? '1 file' : `${number(count)} files`)
const pictures = (count: number): string => (count === 1 ? '1 picture' : `${number(count)} pictures`)
