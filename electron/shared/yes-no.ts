import { foldText } from './fold-text'
import type { Cell } from './table'

/** English, German, French, Spanish, Italian, Dutch, Russian; as folded. */
const yes = [
  'yes',
  'true',
  'y',
  'on',
  'ja',
  'wahr',
  'j',
  'oui',
  'vrai',
  'o',
  'si',
  'verdadero',
  's',
  'vero',
  'waar',
  'да',
  'истина',
  'д',
  '1',
  'x',
  '✓',
  '✔',
]
const no = [
  'no',
  'false',
  'n',
  'off',
  'nein',
  'falsch',
  'non',
  'faux',
  'falso',
  'nee',
  'onwaar',
  'нет',
  'ложь',
  'н',
  '0',
  '–',
  '-',
]
const meaning = new Map<string, boolean>([
  ...yes.map((word) => [word, true] as const),
  ...no.map((word) => [word, false] as const),
])
const longest = 10

/** What a cell says to a question; null for what is neither yes nor no. */
export function yesOrNo(cell: Cell): boolean | null {
  if (typeof cell === 'boolean') return cell
  if (typeof cell === 'number') return meaning.get(String(cell)) ?? null
  if (typeof cell !== 'string' || cell.length > longest) return null
  return meaning.get(foldText(cell.trim())) ?? null
}
