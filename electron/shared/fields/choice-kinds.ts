import { z } from 'zod'
import { isEqual } from './equal'
import type { Kind } from './kind'

export const flag: Kind<boolean> = {
  name: 'flag',
  box: 'chosen',
  column: { width: 72, align: 'left' },
  schema: z.boolean(),
  read: (raw) => (typeof raw === 'boolean' ? raw : undefined),
  merge: 'value',
  isSame: isEqual,
  shown: (value) => (value ? 'Yes' : 'No'),
  apart: null,
  inOrder: null,
  typed: null,
  choices: {},
  parts: {},
  list: null,
}

/** One of a few words of Ecwid's, each with what its owner calls it. */
export function choice<Value extends string>(choices: Readonly<Record<Value, string>>): Kind<Value> {
  const isOne = (raw: unknown): raw is Value => typeof raw === 'string' && Object.hasOwn(choices, raw)
  return {
    name: 'choice',
    box: 'chosen',
    column: { width: 160, align: 'left' },
    schema: z.enum(Object.keys(choices) as Value[]),
    read: (raw) => (isOne(raw) ? raw : undefined),
    merge: 'value',
    isSame: isEqual,
    shown: (value) => choices[value],
    apart: null,
    inOrder: null,
    typed: null,
    choices,
    parts: {},
    list: null,
  }
}
