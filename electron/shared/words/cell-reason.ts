import type { CellReason, NamedInCell, PlainCellReason } from '../cell-reason'
import { longestLink } from '../limits'
import { tooFineFor } from '../numbers/money'
import { formatNumber } from '../numbers/numbers'
import { numberFaultText } from '../numbers/read-number'
import { kindOfTarget } from '../product-table/target-kind'
import { sentenceText } from './sentence'

export function cellReasonText(reason: CellReason): string {
  switch (reason.says) {
    case 'number':
      return numberText(reason)
    case 'no-such-choice':
      return `Write one of these: ${Object.values(kindOfTarget(reason.path)?.choices ?? {}).join(', ')}.`
    case 'several-called':
      return `Several have the name ${reason.name}.`
    case 'none-called':
      return `No ${named[reason.what]} is called ${reason.name}.`
    case 'no-attribute':
      return `The product’s type has no attribute called ${reason.name}.`
    case 'no-value':
      return `${reason.name} has no value in the store’s own language, beside which this one could stand.`
    case 'not-among-files':
      return `More than ${formatNumber(reason.count)} files are in the folder of the table and below it, and this one is not among those that were looked through. Put the table into the folder of its pictures.`
    case 'sentence':
      return sentenceText(reason.sentence)
    case 'text':
      return reason.text
    default:
      return plain[reason.says]
  }
}

function numberText({ why, path, currency }: Extract<CellReason, { says: 'number' }>): string {
  if (why !== 'too-fine') return numberFaultText(why)
  if (currency) return tooFineFor(currency)
  // What is counted says so in the words of its field.
  const read = kindOfTarget(path)?.typed?.(null).read('')
  return read?.kind === 'problem' ? read.message : numberFaultText(why)
}

const named: Record<NamedInCell, string> = {
  category: 'category',
  productType: 'product type',
  tax: 'tax',
  shippingMethod: 'shipping method',
}

const plain: Record<PlainCellReason, string> = {
  'fault-of-spreadsheet': 'The spreadsheet shows a fault here, no value.',
  'not-yes-or-no': 'Write Yes or No.',
  'digits-gone': 'A spreadsheet took digits away. Format the column as text there.',
  'zeros-gone': 'A spreadsheet took away the zeros in front. Format the column as text there.',
  'another-unit': 'It is written in another unit than the store has.',
  'not-for-field': 'The field cannot hold this.',
  'no-address': 'This is no address of a picture on the web. It begins with https://.',
  'address-too-long': `An address has at most ${longestLink} characters.`,
  'variation-has-picture':
    'The variation has a picture already. Choose that pictures are replaced, and this one takes its place.',
  'category-has-picture':
    'The category has a picture already. Choose that pictures are replaced, and this one takes its place.',
  'needs-conversion':
    'It has to be converted or turned first. Drop it under Pictures, where that is done, or save it upright as JPEG.',
  pasted: 'A pasted table lies in no folder, so its pictures are found by no name. Import it as a file.',
  'outside-folder': 'Only files in the folder of the table and below it are read. Put the picture there.',
  'no-such-file': 'No file of this name is in the folder of the table, or below it.',
  'several-files':
    'Several files below the folder of the table are called so. Name the folder too, such as Mugs/front.jpg.',
}
