import { isLetter } from '../../shared/numbers/ascii'
import { foldText } from '../../shared/fold-text'

type DateOrder = 'ymd' | 'dmy' | 'mdy'
/** What a text says as a date or time: with nothing that reads two ways, in numbers whose order it tells or not, or without a year. */
export type DateEvidence = null | 'clear' | DateOrder | 'either' | 'without-year'

/** January to December, folded, in full and short: English, German, French, Spanish, Italian, Dutch, Russian. */
const months = [
  'jan january januar janner janv janvier ene enero gen gennaio januari янв январь января',
  'feb february februar fevr fevrier febrero febbraio februari фев февр февраль февраля',
  'mar march mrz marz mars marzo mrt maart мар март марта',
  'apr april avr avril abr abril aprile апр апрель апреля',
  'may mai mayo mag maggio mei май мая',
  'jun june juni juin junio giu giugno июн июнь июня',
  'jul july juli juil juillet julio lug luglio июл июль июля',
  'aug august aout ago agosto augustus авг август августа',
  'sep sept september septembre septiembre set settembre сен сент сентябрь сентября',
  'oct october okt oktober octobre octubre ott ottobre окт октябрь октября',
  'nov november novembre noviembre ноя нояб ноябрь ноября',
  'dec december dez dezember decembre dic diciembre dicembre дек декабрь декабря',
]
const monthNames = new Set(months.flatMap((names) => names.split(' ')))
const longest = 40
const longestName = 12
const digitFirst = /^\s*\d{1,4}[-./]/
const inNumbers =
  /^(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m|Z|[+-]\d{2}:?\d{2})?)?$/i
const anyWord = /\p{L}{3,}/u

export function dateEvidence(text: string): DateEvidence {
  if (text.length < 4 || text.length > longest) return null
  if (!isLetter(text.charCodeAt(0))) {
    const numbers = digitFirst.test(text) ? inNumbers.exec(text.trim()) : null
    if (numbers) return ofNumbers(numbers)
    if (/^\d{1,2}:\d{2}(?::\d{2})?$/.test(text)) return 'clear'
  }
  const word = firstWord(text)
  // Most texts end here.
  if (word === undefined || word.length > longestName || !monthNames.has(foldText(word)) || !/\d/.test(text))
    return null
  return ofWords(foldText(text))
}

/** Of three letters at least. */
function firstWord(text: string): string | undefined {
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0
    // Letters are not in a row in Unicode.
    if (code > 0x7f) return anyWord.exec(text)?.[0]
    if (isLetter(code)) continue
    if (at - start >= 3) return text.slice(start, at)
    start = at + 1
  }
  return undefined
}

function ofNumbers([, one = '', sign, two = '', three = '']: RegExpExecArray): DateEvidence {
  const [first, second, third] = [Number(one), Number(two), Number(three)]
  const isDay = (day: number) => day >= 1 && day <= 31
  const isMonth = (month: number) => month >= 1 && month <= 12
  if (one.length === 4) return isMonth(second) && isDay(third) && three.length <= 2 ? 'ymd' : null
  if (one.length > 2 || !(three.length === 2 || three.length === 4)) return null
  const [isDayFirst, isMonthFirst] = [isDay(first) && isMonth(second), isMonth(first) && isDay(second)]
  // Nobody writes a month before a point and a day.
  if (sign === '.') return isDayFirst ? 'dmy' : null
  if (isDayFirst && isMonthFirst) return 'either'
  return isDayFirst ? 'dmy' : isMonthFirst ? 'mdy' : null
}

/** 1 March 2026, Mar 1, 2026, 1. März, 1-Mar, Mar-26. */
function ofWords(folded: string): DateEvidence {
  const parts = folded.split(/[^\p{L}\d]+/u).filter((part) => part !== '' && part !== 'de' && part !== 'of')
  const words = parts.filter((part) => /^\p{L}+$/u.test(part))
  const digits = parts.filter((part) => /^\d{1,4}(?:st|nd|rd|th|er)?$/.test(part)).map((part) => parseInt(part))
  const [word = ''] = words
  if (words.length !== 1 || parts.length !== digits.length + 1 || !monthNames.has(word)) return null
  if (digits.length === 2) return 'clear'
  return digits.length === 1 ? 'without-year' : null
}
