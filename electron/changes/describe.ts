import { addedPictureSchema, variationPictureSchema, type ChangeRecord } from '../shared/change-record'

/** A change in a few words, for lists outside the Changes screen. */
export function describeChange({ kind, field, after }: Pick<ChangeRecord, 'kind' | 'field' | 'after'>): string {
  switch (kind) {
    case 'create':
      return 'New product'
    case 'delete':
      return 'Deleted'
    case 'field':
      return typeof after === 'string' || typeof after === 'number' ? `${field} → ${short(String(after))}` : `${field}`
    case 'picture.add': {
      const { fileName, role } = addedPictureSchema.parse(after)
      return `${role === 'main' ? 'New main picture' : 'New picture'}${fileName && ` ${fileName}`}`
    }
    case 'picture.remove':
      return 'Picture removed'
    case 'picture.order':
      return 'Pictures in another order'
    case 'picture.alt':
      return `Alt text → ${short(String(after))}`
    case 'picture.variation': {
      const { label, source } = variationPictureSchema.parse(after)
      return `${source ? 'New picture' : 'No picture'} of ${label || 'a variation'}`
    }
  }
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
