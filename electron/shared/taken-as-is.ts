import { z } from 'zod'

type Check = (value: unknown) => boolean

/**
 * Whether a schema would read a value as exactly what it is. Found out in a tenth of the time that reading takes; false says nothing more than
 * that it is to be read.
 */
export function takenAsIs(schema: z.core.$ZodType): Check {
  if (schema instanceof z.ZodOptional) return orAbsent(takenAsIs(schema.unwrap()))
  // What it catches it changes.
  if (schema instanceof z.ZodCatch) return takenAsIs(schema.unwrap())
  // A limit asks for more than the kind, and a strict or plain object refuses or drops what it does not know.
  if (schema._zod.def.checks?.length || 'format' in schema._zod.def) return never
  if (schema instanceof z.ZodObject)
    return schema.def.catchall instanceof z.ZodUnknown ? objectTaken(schema.shape) : never
  if (schema instanceof z.ZodArray) return listTaken(takenAsIs(schema.element))
  if (schema instanceof z.ZodRecord) return recordTaken(takenAsIs(schema.valueType))
  // The others may read what the first one leaves to them.
  if (schema instanceof z.ZodUnion) return schema.options[0] ? takenAsIs(schema.options[0]) : never
  if (schema instanceof z.ZodString) return (value) => typeof value === 'string'
  if (schema instanceof z.ZodNumber) return Number.isFinite
  if (schema instanceof z.ZodBoolean) return (value) => typeof value === 'boolean'
  if (schema instanceof z.ZodUnknown) return () => true
  return never
}

const never: Check = () => false

const orAbsent =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)

const listTaken =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)

const recordTaken =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check)

function objectTaken(shape: Readonly<Record<string, z.core.$ZodType>>): Check {
  const checks = Object.entries(shape).map(([name, schema]) => [name, takenAsIs(schema)] as const)
  return (value) => isObject(value) && checks.every(([name, check]) => check(value[name]))
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
