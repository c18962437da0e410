/** Which product field a refusal is about, by the store's code or by the start of it. */
const fieldByCode: [string, string][] = [
  ['SKU_ALREADY_EXISTS', 'sku'],
  ['COST_PRICE_', 'costPrice'],
  ['WHOLESALE_PRICES_', 'wholesalePrices'],
  ['EXTERNAL_ID_ALREADY_USED', 'externalReferenceId'],
  ['CATEGORIES_NOT_FOUND', 'categoryIds'],
  ['MAX_CATEGORIES_', 'categoryIds'],
  ['MAX_PRODUCTS_', 'relatedProducts'],
]

const fieldBySentence: [RegExp, string][] = [
  [/^Category #\d+ not found/i, 'categoryIds'],
  [/^Product class #\d+ not found/i, 'productClassId'],
]

/** `{ fields }` when the refusal names a field of the product, for the form; else nothing. */
export function fieldProblem(
  storeCode: string | undefined,
  sentence: string | undefined,
): { fields?: Record<string, string> } {
  const field = fieldOf(storeCode ?? '', sentence ?? '')
  return field ? { fields: { [field]: sentence ?? 'The store does not accept this value' } } : {}
}

function fieldOf(storeCode: string, sentence: string): string | undefined {
  const named = /\bField (?:\w+\.)?([a-z]\w*)/.exec(sentence)?.[1]
  return (
    named ??
    fieldByCode.find(([code]) => storeCode.startsWith(code))?.[1] ??
    fieldBySentence.find(([pattern]) => pattern.test(sentence))?.[1]
  )
}
