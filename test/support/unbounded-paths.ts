import { z } from 'zod'

/** A JSON schema as zod writes it, as far as limits go. */
const nodeSchema = z.looseObject({
  type: z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional(),
  maxLength: z.number().optional(),
  maxItems: z.number().optional(),
  maxProperties: z.number().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
  propertyNames: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
})

/** Strings, lists, records and values of any shape that a schema lets grow without end: `.names[]`, `.texts{key}`. */
export function unboundedPaths(schema: z.ZodType): string[] {
  const found = new Set<string>()
  walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }), '', found)
  return [...found]
}

function walk(raw: unknown, path: string, found: Set<string>): void {
  // `additionalProperties: false`: nothing may come.
  if (raw === false || raw === undefined) return
  const node = nodeSchema.parse(raw === true ? {} : raw)
  const parts = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])]
  const isClosed = 'const' in node || 'enum' in node
  const is = (type: string) => node.type?.includes(type)
  if (node.type === undefined && parts.length === 0 && !isClosed) found.add(path)
  if (is('string') && node.maxLength === undefined && !isClosed) found.add(path)
  if (is('array') && node.maxItems === undefined) found.add(`${path}[]`)
  if (is('object') && node.additionalProperties !== false && node.maxProperties === undefined) found.add(`${path}{}`)
  for (const [name, property] of Object.entries(node.properties ?? {})) walk(property, `${path}.${name}`, found)
  walk(node.items, `${path}[]`, found)
  walk(node.additionalProperties, `${path}{value}`, found)
  walk(node.propertyNames, `${path}{key}`, found)
  for (const part of parts) walk(part, path, found)
}
