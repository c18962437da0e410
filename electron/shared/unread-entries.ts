/**
 * Entries of a product's lists that cannot be read: they are left out of the lists, and kept here as they came, each with its
 * place. What is not in a list that has some of these may still be in the store.
 */
export type UnreadEntries = Partial<Record<UnreadList, UnreadEntry[]>>
export type UnreadList = 'images' | 'combinations' | 'attributes'
type UnreadEntry = { place: number; entry: unknown }

type Json = Record<string, unknown>
type WithUnread = { unreadEntries?: UnreadEntries | undefined }

/** The product with its lists as far as they can be read. */
export function separateUnread(raw: unknown): unknown {
  if (!isJson(raw)) return raw
  const { media, attributes, combinations } = raw
  // Read for every product that is looked at, so without a schema.
  const unreadEntries: UnreadEntries = {
    ...unreadIn('images', isJson(media) ? media.images : media, isImage),
    ...unreadIn('combinations', combinations, isVariation),
    ...unreadIn('attributes', attributes, isAttribute),
  }
  if (Object.keys(unreadEntries).length === 0) return raw
  const left = (list: UnreadList, of: unknown): unknown =>
    Array.isArray(of) ? of.filter((_, place) => !unreadEntries[list]?.some((one) => one.place === place)) : undefined
  return {
    ...raw,
    attributes: left('attributes', attributes),
    combinations: left('combinations', combinations),
    media: isJson(media) ? { ...media, images: left('images', media.images) } : undefined,
    unreadEntries,
  }
}

/** Whether what this list does not name may be what of it cannot be read. */
export const hasUnread = ({ unreadEntries }: WithUnread, list: UnreadList): boolean =>
  (unreadEntries?.[list]?.length ?? 0) > 0

/** Places in the order of the pictures that are taken by those that cannot be read. */
export function unreadPlaces({ unreadEntries }: WithUnread): Set<number> {
  const places = (unreadEntries?.images ?? []).map(({ place, entry }) =>
    isJson(entry) && typeof entry.orderBy === 'number' ? entry.orderBy : place,
  )
  return new Set(places)
}

/** The attributes that cannot be read, for sending them back as they are. */
export const unreadAttributes = ({ unreadEntries }: WithUnread): Json[] =>
  (unreadEntries?.attributes ?? []).flatMap(({ entry }) => (isJson(entry) && isSomething(entry.id) ? [entry] : []))

/** One that is no more than nothing cannot even be sent back as it is. */
export const hasNamelessAttribute = (product: WithUnread): boolean =>
  unreadAttributes(product).length < (product.unreadEntries?.attributes?.length ?? 0)

/** Pictures that a list does not name lose their alt text, and one that cannot be read cannot be named: it may have one. */
export const mayLoseText = ({ unreadEntries }: WithUnread): boolean =>
  (unreadEntries?.images ?? []).some(({ entry }) => !isJson(entry) || hasText(entry.alt))

const hasText = (alt: unknown): boolean =>
  isJson(alt) ? Object.values(alt).some(hasText) : isSomething(alt) && alt !== ''

function unreadIn(list: UnreadList, raw: unknown, isRead: (entry: Json) => boolean): UnreadEntries {
  if (!isSomething(raw)) return {}
  if (!Array.isArray(raw)) return { [list]: [{ place: 0, entry: raw }] }
  if (raw.every((entry) => isJson(entry) && isRead(entry))) return {}
  const unread = raw.flatMap((entry: unknown, place) => (isJson(entry) && isRead(entry) ? [] : [{ place, entry }]))
  return { [list]: unread }
}

const isJson = (raw: unknown): raw is Json => typeof raw === 'object' && raw !== null && !Array.isArray(raw)
const isSomething = (raw: unknown): boolean => raw !== undefined && raw !== null
const isName = (raw: unknown): boolean => typeof raw === 'string' || typeof raw === 'number'

const isImage = ({ id }: Json): boolean => isName(id)
const isVariation = ({ id }: Json): boolean => typeof id === 'number'
const isAttribute = ({ id, value }: Json): boolean =>
  (!isSomething(id) || typeof id === 'number') && (!isSomething(value) || isName(value))
