import type { TableEncoding } from '../../shared/table'
import { piecesDecoder } from './text-decoder'

/** jschardet's names of what can be read here. */
const names: Record<string, TableEncoding> = {
  'Windows-1252': 'windows-1252',
  MacRoman: 'macintosh',
  cp850: 'ibm850',
  'Windows-1250': 'windows-1250',
  'ISO-8859-2': 'iso-8859-2',
  'Windows-1257': 'windows-1257',
  'Windows-1254': 'windows-1254',
  'Windows-1253': 'windows-1253',
  cp1258: 'windows-1258',
  'Windows-1251': 'windows-1251',
  'KOI8-R': 'koi8-r',
  IBM866: 'ibm866',
  'ISO-8859-5': 'iso-8859-5',
  MacCyrillic: 'x-mac-cyrillic',
  'Windows-1255': 'windows-1255',
  'Windows-1256': 'windows-1256',
  CP874: 'windows-874',
  CP932: 'shift_jis',
  'EUC-JP': 'euc-jp',
  GB18030: 'gb18030',
  Big5: 'big5',
  CP949: 'euc-kr',
}
const western: readonly TableEncoding[] = ['windows-1252', 'macintosh', 'ibm850']

/**
 * What bytes that are no UTF-8 most likely are. Names and prices are little text to go by, so Western Europe, which most such
 * files come from, is believed the more the fewer letters there are. The person sees rows of it and can choose another.
 */
export async function guessEncoding(sample: Buffer): Promise<TableEncoding> {
  // Its tables take a moment to load, which files in UTF-8 are spared.
  const { detectAll } = await import('jschardet')
  const letters = sample.filter((byte) => byte >= 0x80)
  const weights = new Map<TableEncoding, number>([
    ['x-mac-cyrillic', 0.95],
    ['windows-1254', 0.9],
    ['iso-8859-2', 0.98],
  ])
  const trust = 1.5 + 4 / Math.max(1, letters.length)
  for (const encoding of western) weights.set(encoding, trust * westernShare(sample, encoding) ** 2)
  let [best, most]: [TableEncoding, number] = ['windows-1252', 0]
  for (const { encoding: name, confidence } of detectAll(sample, {
    detectEncodings: Object.keys(names),
    minimumThreshold: 0,
  })) {
    const encoding = names[name ?? '']
    const weight = confidence * (encoding ? (weights.get(encoding) ?? 1) : 0)
    if (encoding && weight > most) [best, most] = [encoding, weight]
  }
  return best === 'windows-1252' && isLatin9(letters) ? 'iso-8859-15' : best
}

const usual = /[À-ÖØ-öøùúûüýÿŒœŠšŽžŸ…“”„‘’‚–—•€£°½¼¾²®©™§«»·×\u00a0]/g

/** How much of what is not plain would be what Western Europe writes, and not frames, letters of Iceland and signs within words. */
function westernShare(sample: Buffer, encoding: TableEncoding): number {
  const others = piecesDecoder(encoding)
    .text(sample)
    .replace(/[\0-\x7f]/g, '')
  return others.length === 0 ? 1 : (others.match(usual)?.length ?? 0) / others.length
}

/** The one sign of it that shops use is the euro, where Windows has a sign for no currency; and it has no letters below 0xa0. */
const isLatin9 = (letters: Uint8Array): boolean => letters.includes(0xa4) && letters.every((byte) => byte >= 0xa0)
