import { noWords, type Kind } from '../../electron/shared/fields/kind'

/** Both values of a switch, as they are called. */
export const flagWords = (kind: Kind): (readonly [boolean, string])[] =>
  [true, false].map((value) => [value, kind.shown(value, noWords)] as const)
