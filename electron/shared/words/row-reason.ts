import { formatNumber } from '../numbers/numbers'
import type { FoundBy, PlainRowReason, RowReason } from '../row-reason'

export function rowReasonText(reason: RowReason): string {
  switch (reason.says) {
    case 'none-has':
      return `No product has the ${found[reason.by]} ${reason.text}.`
    case 'several-have':
      return `More than one product has the ${found[reason.by]} ${reason.text}.`
    case 'digits-gone':
      return `A spreadsheet took digits away from ${reason.text}. Format the column as text there.`
    case 'several-variations-have-code':
      return `More than one variation has the code ${reason.text}.`
    case 'no-id':
      return `${reason.text} is no Ecwid ID: such an ID is a whole number.`
    case 'none-has-id':
      return `No product has the Ecwid ID ${reason.text}.`
    case 'no-variation':
      return `The product has no variation ${reason.text}.`
    case 'several-variations':
      return `More than one variation of it is ${reason.text}.`
    case 'no-variation-with-sku':
      return `No variation of it has the SKU ${reason.text}.`
    case 'several-variations-with-sku':
      return `More than one variation has the SKU ${reason.text}.`
    case 'no-command':
      return `“${reason.text}” is no command. Write NEW, UPDATE, DELETE or IGNORE.`
    case 'called-so':
      return `A product called ${reason.text} is here already, and nothing in the table tells whether it is this one.`
    case 'category-cell':
      return `“${reason.text}” cannot be read, so the category is not made.`
    case 'category-misnamed':
      return `No category can be called ${reason.text}.`
    case 'category-elsewhere':
      return `The category with this number is ${reason.has} here. A table moves and renames no category.`
    case 'other-sku':
      return `The product with this Ecwid ID has the SKU ${reason.has}, not ${reason.text}. It is not deleted.`
    case 'zeros-gone':
      return `No product has the SKU ${reason.text}, but one has ${reason.has}: a spreadsheet takes away zeros in front.`
    case 'product-twice':
      return `${rowText(reason.row)} is about the same product.`
    case 'variation-twice':
      return `${rowText(reason.row)} is about the same variation.`
    case 'category-twice':
      return `${rowText(reason.row)} is about the same category.`
    case 'doubt':
      return doubtText(reason)
    case 'text':
      return reason.text
    default:
      return plain[reason.says]
  }
}

const rowText = (row: number | undefined): string => (row === undefined ? 'An earlier row' : `Row ${formatNumber(row)}`)

const found: Record<FoundBy, string> = { sku: 'SKU', barcode: 'code', name: 'name' }

function doubtText({ doubt, lines: [from, to] }: Extract<RowReason, { says: 'doubt' }>): string {
  const those = `lines ${formatNumber(from)} to ${formatNumber(to)} of the text`
  const mend = `Mend the quote there and import the table again, or choose how its quotes are read.`
  switch (doubt) {
    case 'quotes':
      return from === to
        ? 'Its quotes do not fit, so that its cells may end elsewhere.'
        : `Its quotes do not fit, so that it goes over ${those}, and rows among them are not read. ${mend}`
    case 'rows-within':
      return `A quote makes one row of ${those}, which look like rows of their own. None of them is read. ${mend}`
    case 'too-many-cells':
      return 'It has more cells than the header, so that they may stand in other columns.'
  }
}

const neither = 'The row has neither an Ecwid ID nor a SKU.'

const plain: Record<PlainRowReason, string> = {
  'not-a-product': 'Rows of files in Ecwid’s own files are not read.',
  'says-ignore': 'The row says to ignore it.',
  'says-new-of-known': 'The product is there already, and the row says NEW.',
  'delete-without-sku': 'Name its SKU as well, so that it is certain which product is deleted.',
  'delete-of-variation': 'It is a variation. Only whole products are deleted by a table.',
  'delete-of-category': 'It is a category. Only whole products are deleted by a table.',
  'delete-of-option': 'It is an option. Only whole products are deleted by a table.',
  'without-id-and-sku': neither,
  'without-id-and-sku-but-name': `${neither} Match rows by the name to find it, or to add it as a new product.`,
  'without-code': 'The row has no UPC.',
  'without-name': 'The row has no name.',
  'variation-unnamed': 'It is a variation, with neither a number nor a SKU nor options.',
  'no-product-above': 'No row of a product stands above it.',
  'variation-of-deleted': 'An earlier row deletes its product, and this variation with it.',
  'two-products': 'Its number and its SKU are those of two products.',
  'option-unnamed': 'The row names no option.',
  'option-of-deleted': 'An earlier row deletes its product, and this option with it.',
  'still-spoken-of':
    'Earlier rows are about options or variations of this product, so it is not deleted. Leave them out to delete it.',
  'new-not-asked': 'There is no such product, and new ones were not asked for.',
  'category-not-asked': 'There is no such category, and new ones were not asked for.',
  'category-unnamed': 'The row names no category.',
  'known-not-asked': 'It is here already, and only new ones were asked for.',
}
