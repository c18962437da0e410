import type { FileNote, FileReason, FolderWord, Meeting, NameReason, PlainFileReason } from '../file-reason'
import type { Sentence } from '../sentence'
import { sentenceText } from './sentence'

/** Why a file of an upload has its verdict. `refusal`: of a file that the store would not take. */
export function fileReasonText(reason: FileReason, refusal: Sentence | null = null): string {
  switch (reason.says) {
    case 'text':
      return reason.text
    case 'refused':
      return refusal ? sentenceText(refusal) : ''
    case 'sku-typed':
      return `SKU ${reason.sku}, typed`
    case 'same-picture-as':
      return `The same picture as ${reason.file}`
    case 'confirmed':
      return `${fileReasonText(reason.found)}; confirmed`
    case 'with-note':
      return [fileReasonText(reason.reason, refusal), fileNoteText(reason.note)].filter(Boolean).join('. ')
    case 'rule':
    case 'rule-does-not-fit':
      return [ruleText(reason), reason.otherwise && nameText(reason.otherwise)].filter(Boolean).join('; ')
    case 'met':
    case 'uncertain':
    case 'several':
    case 'similar':
    case 'name-says-nothing':
    case 'like-no-product':
    case 'named-like-one-before':
    case 'part-of-a-name':
      return nameText(reason)
    default:
      return plain[reason.says]
  }
}

export function fileNoteText(note: FileNote): string {
  if (note.becomes === 'picture-of') return `Becomes the picture of ${note.variation}`
  const why =
    note.because === 'variation-has-picture' ? plain['variation-has-picture'] : 'The variation gets another picture'
  return `${why}; this goes to the product’s gallery`
}

function nameText(reason: NameReason): string {
  switch (reason.says) {
    case 'met':
      return `${met[reason.how]}${folder[reason.folder]}`
    case 'uncertain':
      return `${met[reason.how]}, not certain${reason.products === 1 ? '' : `; ${reason.products} products are possible`}`
    case 'several': {
      const { products, have, inFolder } = reason
      if (have === null) return `The name${inFolder ? ' of the folder' : ''} can mean ${products} products`
      return `${products} products have ${shared[have]}${inFolder ? ' in the folder’s name' : ''}`
    }
    case 'similar':
      return `name, ${reason.percent} %`
    default:
      return ofName[reason.says]
  }
}

function ruleText(rule: Extract<FileReason, { says: 'rule' | 'rule-does-not-fit' }>): string {
  if (rule.says === 'rule-does-not-fit') return 'Does not fit your rule'
  const said = `Your rule: ${rule.parts.map(({ part, value }) => `${partNames[part]} ${value}`).join(', ')}`
  switch (rule.finds) {
    case 'product':
      return said
    case 'nothing':
      return `${said}, which no product has`
    case 'several':
      return `${said}: ${rule.products} products are possible`
    case 'too-many-readings':
      return `${said}, or one of many other readings`
  }
}

const partNames = { sku: 'SKU', upc: 'UPC', id: 'id', name: 'name', slug: 'slug' }
const shared = { sku: 'this SKU', upc: 'this UPC', id: 'this ID', name: 'this name', slug: 'this address' }

const met: Record<Meeting, string> = {
  'sku-exact': 'SKU, exact',
  'sku-capitals': 'SKU, capital letters aside',
  'sku-dashes': 'SKU, dashes and spaces aside',
  'sku-nearly': 'SKU, nearly',
  'variation-sku-exact': 'SKU of a variation, exact',
  'variation-sku-capitals': 'SKU of a variation, capital letters aside',
  'variation-sku-dashes': 'SKU of a variation, dashes and spaces aside',
  'variation-sku-nearly': 'SKU of a variation, nearly',
  'sku-and-name': 'SKU and words of its name',
  'sku-part': 'SKU as a part',
  upc: 'UPC',
  id: 'Ecwid ID',
  slug: 'web address',
  name: 'name, 100 %',
  'name-accents': 'name, accents aside',
  'name-and-options': 'name and words of its options',
}

const folder: Record<FolderWord, string> = {
  nothing: '',
  'the-same': '; the folder says the same',
  which: '; the folder tells which',
  another: ', but its folder is that of another product',
  itself: ', in the folder’s name',
  'itself-not-name': ', in the folder’s name; the file’s own name may mean another product',
}

const ofName = {
  'name-says-nothing': 'Its name says nothing about a product',
  'like-no-product': 'No product is called like this',
  'named-like-one-before': 'A file of this name was added before',
  'part-of-a-name': 'Only a part of the name',
}

const plain: Record<PlainFileReason, string> = {
  'not-compared': 'Not compared with the catalogue yet',
  chosen: 'Chosen by hand',
  'left-out': 'Left out',
  'product-has-this-picture': 'The product has this picture already',
  'variation-has-this-picture': 'The variation has this picture already',
  'product-has-pictures': 'The product has pictures already',
  'variation-has-picture': 'The variation has a picture already',
  'variation-gone': 'The variation is no longer on the product',
}
