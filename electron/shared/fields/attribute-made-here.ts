import type { Reference } from './references'

/** How the value of an attribute that the store does not have yet is named. `typeId`: the local id of its type. */
export const newAttribute = (typeId: number, name: string): string => `${typeId}:${name}`

/** What such a name means; undefined: it is an id. */
export function attributeNamed(key: string): (Reference & { attribute: string }) | undefined {
  const [, id, attribute] = /^(-\d+):(.*)$/s.exec(key) ?? []
  return id && attribute !== undefined ? { thing: 'productType', id: Number(id), attribute } : undefined
}
