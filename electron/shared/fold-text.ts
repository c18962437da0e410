/** The one rule by which texts are alike, whoever compares them: search, names of files, pickers, marks, orders by name. */

/** Goes up with every change of the rule, or of what is read as text (`text-of-html.ts`), so that what was indexed by an older one is indexed anew. */
export const foldingVersion = 2

const ascii = /^\p{ASCII}*$/u
const unseen = /\p{Default_Ignorable_Code_Point}+/gu
/** Putting marks in order takes the square of their number; no script stacks so many. */
const tooManyMarks = /(\p{M}{30})\p{M}+/gu
const tradeMarks = /[\u2120\u2122]/g
/** `㎡`, `№`, `℃`: letters by another name, yet no part of the word beside them. */
const symbols = /\p{So}/gu
const shown = /[^\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Of these a mark is an accent; elsewhere it makes another letter, as か and が are. On what is no letter it is a decoration. */
const accents =
  /(^|(?=\p{L})[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}]|[^\p{L}\p{M}])(\p{M}+)/gu
const lettersOfTheirOwn = new Set(['й', 'ў', 'ї'].map((letter) => letter.normalize('NFD')))
const writtenAs: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ŧ: 't', ŋ: 'n', ı: 'i', ς: 'σ' },
  // Persian and Arabic keyboards.
  ...{ ک: 'ك', ی: 'ي', ى: 'ي' },
}
const letters = new RegExp(`[${Object.keys(writtenAs).join('')}]`, 'g')
const hangul = /[\uac00-\ud7a3]+/g

/** As it reads: full width, ligatures and raised digits as plain letters, nothing that cannot be seen. Case and accents stay. */
export function plainText(text: string): string {
  if (ascii.test(text)) return text
  return text
    .replace(unseen, '')
    .replace(tooManyMarks, '$1')
    .replace(tradeMarks, ' ')
    .replace(symbols, (sign) => (sign.normalize('NFKC') === sign ? sign : ` ${sign} `))
    .normalize('NFKC')
}

/** Plain, lower case, without accents: `Été` is `ete`, `Gießkanne` is `giesskanne`, `Işıklı` is `isikli`. */
export function foldText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase()
  return (
    plainText(text)
      .toLowerCase()
      // The stretch of an Arabic line is no letter.
      .replaceAll('\u0640', '')
      .normalize('NFD')
      .replace(accents, (_, letter: string, marks: string) =>
        lettersOfTheirOwn.has(letter + marks[0]) ? letter + marks[0] : letter,
      )
      .replace(letters, (letter) => writtenAs[letter] ?? letter)
      .normalize('NFC')
      // A syllable that is still being typed is the beginning of the whole one.
      .replace(hangul, (syllables) => syllables.normalize('NFD'))
  )
}

/** Nothing a person can see: spaces and invisible signs only. */
export const isBlank = (text: string): boolean => !shown.test(text)

/** Orders by name: texts that fold alike are equal. */
export const nameSortKey = (name: string): string => foldText(name)
