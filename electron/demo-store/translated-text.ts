import { isJsonObject, type JsonObject } from './json-object'

/**
 * Applies a text and its `...Translated` map to the stored pair: the map is merged per language, the text is the default
 * language's entry. When both are sent and disagree, the text wins.
 */
export function mergeTexts(
  current: JsonObject,
  sent: JsonObject,
  names: readonly string[],
  defaultLanguage: string,
): JsonObject {
  const merged: JsonObject = {}
  for (const name of names) {
    const key = `${name}Translated`
    const text = sent[name]
    const map = sent[key]
    if (text === undefined && map === undefined) continue
    const before = isJsonObject(current[key]) ? current[key] : {}
    const texts: JsonObject = { ...before, ...(isJsonObject(map) ? map : {}) }
    if (typeof text === 'string') texts[defaultLanguage] = text
    for (const [lang, value] of Object.entries(texts)) if (typeof value !== 'string') delete texts[lang]
    merged[key] = texts
    merged[name] = texts[defaultLanguage] ?? current[name] ?? ''
  }
  return merged
}
