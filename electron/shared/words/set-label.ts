import { formatNumber } from '../numbers/numbers'
import type { DroppedFiles } from '../picture-job'
import { deedOf, type SetLabel } from '../set-label'
import { deedText } from './bulk-deed'

/** What a change set is about, in words. */
export function labelText(label: SetLabel): string {
  switch (label.code) {
    case 'add-product':
      return `Add ${label.product}`
    case 'edit-product':
      return `Edit ${label.product}`
    case 'delete-product':
      return `Delete ${label.product}`
    case 'add-category':
      return `Add category ${label.category}`
    case 'edit-category':
      return `Edit category ${label.category}`
    case 'move-category':
      return `Move category ${label.category}`
    case 'order-category':
      return `Order the products of ${label.category}`
    case 'fill-category':
      return `Add products to category ${label.category}`
    case 'set-category-picture':
      return `Set the picture of category ${label.category}`
    case 'remove-category-picture':
      return `Remove the picture of category ${label.category}`
    case 'describe-category-picture':
      return `Describe the picture of category ${label.category}`
    case 'delete-category':
      return `Delete category ${label.category}`
    case 'add-type':
      return `Add product type ${label.productType}`
    case 'edit-type':
      return `Edit product type ${label.productType}`
    case 'delete-type':
      return `Delete product type ${label.productType}`
    case 'duplicate-product':
      return `Duplicate ${label.product}`
    case 'keep-unsaved':
      return `Edit ${label.product}, not saved`
    case 'keep-unsaved-shelf':
      return `Edit ${label.shelf}, not saved`
    case 'make-anew':
      return `Make ${label.product || 'the product'} anew`
    case 'order-pictures':
      return `Reorder the pictures of ${label.product}`
    case 'describe-picture':
      return `Describe ${partOf('picture', label)} of ${label.product}`
    case 'remove-picture':
      return `Delete ${partOf('picture', label)} of ${label.product}`
    case 'add-files':
      return `Add ${label.files ? countOf(label.files, 'file') : 'files'} to ${label.product}`
    case 'add-file':
      return `Add ${partOf('file', label)} to ${label.product}`
    case 'describe-file':
      return `Describe ${partOf('file', label)} of ${label.product}`
    case 'remove-file':
      return `Remove ${partOf('file', label)} of ${label.product}`
    case 'add-video':
      return `Add ${partOf('video', label)} to ${label.product}`
    case 'remove-video':
      return `Remove ${partOf('video', label)} of ${label.product}`
    case 'main-video':
      return `Make ${partOf('video', label)} the main one of ${label.product}`
    case 'video-behind':
      return `Show ${partOf('video', label)} of ${label.product} after its pictures`
    case 'set-variation-picture':
      return `Picture of ${label.variation}, ${label.product}`
    case 'remove-variation-picture':
      return `Remove the picture of ${label.variation}, ${label.product}`
    case 'describe-variation-picture':
      return `Describe the picture of ${label.variation}, ${label.product}`
    case 'add-pictures':
      return `Add ${label.pictures === 1 ? 'a picture' : countOf(label.pictures, 'picture')} to ${label.product}`
    case 'remove-pictures':
      return `Delete ${countOf(label.pictures, 'picture')} of ${label.product}`
    case 'describe-pictures':
      return `Describe ${countOf(label.pictures, 'picture')} of ${label.product}`
    case 'upload-files':
      return `Pictures from ${filesText(label)}`
    case 'write-alts':
      return `Write ${countOf(label.texts, 'alt text')} on ${countOf(label.products, 'product')}`
    case 'many-products':
      return deedText(label, label)
    case 'put-back':
      return `Put back: ${label.products === 1 ? label.product : countOf(label.products, 'product')}`
    case 'by-others':
      return 'Changed in the store'
    case 'salvaged':
      return 'From a damaged file'
    case 'text':
      return label.text
    case 'undo':
      return `Undo: ${labelText(label.of)}${label.only === null ? '' : `, ${label.only}`}`
    case 'redo':
      return `Redo: ${labelText(label.of)}`
  }
}

const partOf = (kind: string, { what }: { what?: string | undefined }): string =>
  what ? `the ${kind} “${what}”` : `a ${kind}`

/** What became of a set by going back on it: going back on an undo is no second undo. */
export function undoneText(label: SetLabel): string {
  switch (label.code) {
    case 'undo':
      return `Redone: ${labelText(label.of)}`
    case 'redo':
      return `Undone: ${labelText(label.of)}`
    default:
      return `Undone: ${labelText(label)}`
  }
}

/** That a set was done again, however often it went back and forth before. */
export const redoneText = (label: SetLabel): string => undoneText({ code: 'undo', of: deedOf(label), only: null })

/** What was dropped. */
export const filesText = ({ file, more }: DroppedFiles): string =>
  more === 0 ? file : `${file} and ${formatNumber(more)} more`

const countOf = (count: number, one: string): string => `${formatNumber(count)} ${count === 1 ? one : `${one}s`}`
