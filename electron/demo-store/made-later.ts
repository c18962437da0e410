import { isJsonObject, type JsonObject } from './json-object'
import type { AttributeValue, StoredCombination, StoredProduct } from './stored-catalogue'

/** Keyed by languages or places, not by fields. */
const isKeyed = (name: string): boolean => name.endsWith('Translated') || name === 'locationInventory'

/** Within all objects of a value. */
function planted(value: unknown, later: JsonObject): unknown {
  if (Array.isArray(value)) return value.map((each) => planted(each, later))
  if (!isJsonObject(value)) return value
  const parts = Object.entries(value).map(([name, part]) => [name, isKeyed(name) ? part : planted(part, later)])
  return { ...Object.fromEntries(parts), ...later }
}

/** A product that has, at every level, what a later version of the API may have. */
export function withLater(product: StoredProduct, later: JsonObject): StoredProduct {
  const { attributes, compositeComponents, ...values } = product.values
  const beside = <Known extends object>(all: readonly Known[]): (Known & { later: JsonObject })[] =>
    all.map((each) => ({ ...each, later }))
  const { mainVideo } = product
  return {
    ...product,
    // The same values, each object with more in it.
    values: {
      ...(planted(values, later) as StoredProduct['values']),
      attributes: beside(attributes),
      ...(compositeComponents && { compositeComponents }),
    },
    images: beside(product.images),
    videos: beside(product.videos),
    ...(mainVideo && { mainVideo: { ...mainVideo, later } }),
    files: beside(product.files),
    combinations: product.combinations.map((each) => ofVariation(each, later, beside)),
  }
}

function ofVariation(
  variation: StoredCombination,
  later: JsonObject,
  beside: (all: readonly AttributeValue[]) => AttributeValue[],
): StoredCombination {
  return {
    ...variation,
    values: planted(variation.values, later) as StoredCombination['values'],
    options: variation.options.map((each) => ({ ...each, later })),
    attributes: beside(variation.attributes),
  }
}
