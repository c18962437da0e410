import type { ProductDetail } from '../../../electron/shared/product'

/** Null: everything could be read. */
export function unreadSentence({ pictures, variations, attributes }: ProductDetail['unread']): string | null {
  const counted = [
    [pictures, 'picture'],
    [variations, 'variation'],
    [attributes, 'attribute'],
  ] as const
  const parts = counted.flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`]))
  if (parts.length === 0) return null
  const all = parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
  const [are, stay] = pictures + variations + attributes === 1 ? ['it is', 'it stays'] : ['they are', 'they stay']
  return `The store sends ${all} of this product in a form that cannot be read, so ${are} not shown here. In the store ${stay} as before.`
}
