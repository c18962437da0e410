import type { Beside } from './field'
import type { Entry, Kind, List } from './kind'
import { keyOf } from './list-kind'
import { readPlain, type PlainField } from './plain-field'
import { fieldOf, fieldsIn, type ProductPatch } from './product-fields'

/** By the box that it stands at: a field, or what is within one such as `shipping.flatRate` or `wholesalePrices.2.price`. */
export type FieldErrors = Record<string, string>

/**
 * What the store would refuse, as sentences at their boxes. Values the person did not touch may be odd too (the store
 * let them in), so callers look only at the fields that are about to be sent.
 */
export function validateProduct(fields: ProductPatch): FieldErrors {
  return Object.assign({}, ...fieldsIn(fields).map((field) => problemsOf(field, fieldOf(field), fields[field], fields)))
}

/** What is wrong with a value of the field of that name. `beside`: all fields of its thing. */
export function problemsOf(
  path: string,
  { problem, kind }: Pick<PlainField, 'problem' | 'kind'>,
  value: unknown,
  beside: Beside,
): FieldErrors {
  return { ...at(path, problem(value, beside)), ...problemsWithin(path, kind, value, beside) }
}

const at = (path: string, message: string | null): FieldErrors => (message === null ? {} : { [path]: message })

function problemsWithin(path: string, { parts, list }: Kind, value: unknown, beside: Beside): FieldErrors {
  // A value of a kind with parts holds them by their names, one of a kind with a list its entries.
  if (list) return problemsOfEntries(path, list, value as readonly Entry[], beside)
  const whole = value as Record<string, unknown>
  const found = Object.entries(parts).map(([name, part]) => ({
    ...at(`${path}.${name}`, part.problem(whole)),
    ...problemsWithin(`${path}.${name}`, part.kind, whole[name], beside),
  }))
  return Object.assign({}, ...found)
}

function problemsOfEntries(path: string, list: List, entries: readonly Entry[], beside: Beside): FieldErrors {
  const seen = new Set<string>()
  const [key = ''] = list.key
  const found = entries.map((entry, index) => {
    const fields = Object.entries(list.fields).map(([name, field]) =>
      problemsOf(`${path}.${index}.${name}`, field, readPlain(entry, name, field), beside),
    )
    const name = keyOf(list, entry)
    const isTwice = seen.has(name)
    seen.add(name)
    const twice = isTwice
      ? at(`${path}.${index}.${key}`, 'Another line has the same. Change or remove one of them.')
      : {}
    const own = Object.entries(list.problems(entry)).map(([field, message]) => at(`${path}.${index}.${field}`, message))
    return Object.assign(twice, ...own, ...fields)
  })
  return Object.assign({}, ...found)
}
