import { ApiError, wrongParameter } from './api-error'
import { isJsonObject, type JsonObject } from './json-object'
import type { Store } from './store'

const locationsOf = ({ data }: Store): string[] => {
  const { locations } = data.profile
  return Array.isArray(locations) ? locations.filter(isJsonObject).map(({ id }) => String(id)) : []
}

/**
 * `locationInventory` of a body, merged with what is there: the stock at each of several locations, of which the quantity is
 * the sum. A store with one location refuses it.
 */
export function locationStock(sent: unknown, current: unknown, store: Store): JsonObject {
  if (sent === undefined || sent === null) return {}
  const locations = locationsOf(store)
  if (locations.length < 2) {
    throw new ApiError(409, 'The store has one location only', 'NOT_ALLOWED_TO_UPDATE_PARAMETER')
  }
  if (!isJsonObject(sent)) throw wrongParameter('Field locationInventory is expected to be an object')
  for (const [location, quantity] of Object.entries(sent)) {
    if (!locations.includes(location)) throw wrongParameter(`There is no location ${location}`)
    if (!Number.isInteger(quantity))
      throw wrongParameter(`Field locationInventory.${location} is expected to be a number`)
  }
  const locationInventory: JsonObject = { ...(isJsonObject(current) ? current : {}), ...sent }
  const quantity = Object.values(locationInventory).reduce<number>((sum, each) => sum + Number(each), 0)
  return { locationInventory, quantity, unlimited: false }
}
