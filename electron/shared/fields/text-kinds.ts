import { z } from 'zod'
import { textOfHtml } from '../text-of-html'
import { asColourCode, isSameColour } from './colour-code'
import { isEqual } from './equal'
import type { Kind, KindName } from './kind'

/** One line. */
export const text: Kind<string> = ofText('text', 132, (value) => value)

/** Several lines; a diff shows only where they differ. */
export const longText: Kind<string> = ofText('longText', 240, (value) => value)

/** Byte for byte as the store sent it until a person edits it; shown as its text. */
export const html: Kind<string> = ofText('html', 240, (value) => textOfHtml(value).replace(/\s+/g, ' ').trim())

/** `#cc3300`; '' for none. */
export const colour: Kind<string> = {
  ...ofText('colour', 88, (value) => value),
  box: 'signs',
  schema: z.string().transform(asColourCode),
  isSame: isSameColour,
}

function ofText(name: KindName, width: number, shown: (value: string) => string): Kind<string> {
  return {
    name,
    box: 'words',
    column: { width, align: 'left' },
    schema: z.string(),
    read: (raw) => (typeof raw === 'string' ? raw : undefined),
    merge: 'value',
    isSame: isEqual,
    shown,
    apart: null,
    inOrder: { up: 'A to Z', down: 'Z to A' },
    typed: null,
    choices: {},
    parts: {},
    list: null,
  }
}

/** Of a swatch, as shoppers see it: one, or several in one. */
export const colours: Kind<readonly string[]> = {
  name: 'colours',
  box: 'none',
  column: { width: 132, align: 'left' },
  schema: z.array(z.string().transform(asColourCode)),
  read: (raw) => (Array.isArray(raw) && raw.every((one) => typeof one === 'string') ? raw : undefined),
  merge: 'value',
  isSame: (a, b) =>
    Array.isArray(a) && Array.isArray(b)
      ? a.length === b.length && a.every((one, at) => isSameColour(one, b[at]))
      : isEqual(a, b),
  shown: (value) => value.join(', '),
  apart: null,
  inOrder: null,
  typed: null,
  choices: {},
  parts: {},
  list: null,
}
