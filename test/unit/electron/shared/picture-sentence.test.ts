import { describe, expect, it } from 'vitest'
import { toSentence, type Sentence } from '../../../../electron/shared/sentence'
import { sentenceText } from '../../../../electron/shared/words/sentence'

const megabyte = 1024 * 1024
const size = { width: 30_000, height: 400 }

const said: [string, Sentence][] = [
  ['The file is empty (0 bytes).', { says: 'file-empty' }],
  [
    'The PNG file is damaged: its end is missing, as after a copy or download that was broken off. Copy or export it again from where it came from, and add it again.',
    { says: 'damaged', type: 'png', how: 'cut' },
  ],
  [
    'This is an SVG drawing, which Ecwid does not take. Save it as PNG and add it again.',
    { says: 'format', format: 'svg' },
  ],
  [
    'This JPEG is stored with more than 8 bits a colour, which no browser shows. Open it in a picture program, save it as an ordinary JPEG or PNG and add it again.',
    { says: 'rare-jpeg', kind: 'deep' },
  ],
  [
    'The picture is 20.1 MB; Ecwid takes at most 20 MB.',
    { says: 'too-large', bytes: 20 * megabyte + 1, most: 20 * megabyte },
  ],
  [
    'The file is 201 MB; at most 200 MB can be opened here. Save it smaller and add it again.',
    { says: 'too-large', bytes: 201 * megabyte, most: 200 * megabyte },
  ],
  [
    'The picture is 30000 x 400 pixels; at most 16384 a side can be used. Save it smaller and add it again.',
    { says: 'side-too-long', ...size, most: 16_384 },
  ],
  ['Only 4 x 4 pixels: it will look blurred in the shop.', { says: 'tiny', width: 4, height: 4 }],
  [
    'It has 3 pages; only the first one is used. Its colours are made for print (CMYK): they may look different on a screen.',
    { says: 'tiff', pages: 3, orMore: false, isForPrint: true },
  ],
  [
    'It has 100 or more pages; only the first one is used.',
    { says: 'tiff', pages: 100, orMore: true, isForPrint: false },
  ],
]

describe('what is wrong with a picture, and what is worth knowing of it', () => {
  it.each(said)('says: %s', (words, sentence) => {
    expect(sentenceText(sentence)).toBe(words)
    expect(toSentence(JSON.stringify(sentence))).toEqual(sentence)
  })
})
