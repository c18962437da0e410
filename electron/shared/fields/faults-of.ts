import type { Fault, Faults } from './fault'
import type { Beside } from './field'
import type { Entry, Kind, List } from './kind'
import { keyOf } from './list-kind'
import { readPlain, type PlainField } from './plain-field'
import { fieldOf, fieldsIn, type ProductPatch } from './product-fields'

/**
 * What the store would refuse, at its boxes. Values the person did not touch may be odd too (the store let them in), so
 * callers look only at the fields that are about to be sent.
 */
export function faultsOfProduct(fields: ProductPatch): Faults {
  return Object.assign({}, ...fieldsIn(fields).map((field) => faultsOf(field, fieldOf(field), fields[field], fields)))
}

/** What is wrong with a value of the field of that name. `beside`: all fields of its thing. */
export function faultsOf(
  path: string,
  { problem, kind }: Pick<PlainField, 'problem' | 'kind'>,
  value: unknown,
  beside: Beside,
): Faults {
  return { ...at(path, problem(value, beside)), ...faultsWithin(path, kind, value, beside) }
}

const at = (path: string, fault: Fault | null): Faults => (fault === null ? {} : { [path]: fault })

function faultsWithin(path: string, { parts, list }: Kind, value: unknown, beside: Beside): Faults {
  // A value of a kind with parts holds them by their names, one of a kind with a list its entries.
  if (list) return faultsOfEntries(path, list, value as readonly Entry[], beside)
  const whole = value as Record<string, unknown>
  const found = Object.entries(parts).map(([name, part]) => ({
    ...at(`${path}.${name}`, part.problem(whole)),
    ...faultsWithin(`${path}.${name}`, part.kind, whole[name], beside),
  }))
  return Object.assign({}, ...found)
}

function faultsOfEntries(path: string, list: List, entries: readonly Entry[], beside: Beside): Faults {
  const seen = new Set<string>()
  const [key = ''] = list.key
  const found = entries.map((entry, index) => {
    const fields = Object.entries(list.fields).map(([name, field]) =>
      faultsOf(`${path}.${index}.${name}`, field, readPlain(entry, name, field), beside),
    )
    const name = keyOf(list, entry)
    const isTwice = seen.has(name)
    seen.add(name)
    const twice = isTwice ? at(`${path}.${index}.${key}`, 'line-twice') : {}
    const own = Object.entries(list.problems(entry)).map(([field, fault]) => at(`${path}.${index}.${field}`, fault))
    return Object.assign(twice, ...own, ...fields)
  })
  return Object.assign({}, ...found)
}
