import { asFileName } from '../shared/file-name'

/** Of a name without its ending; a disk takes 255 bytes with it. */
const mostBytes = 180
const devices = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(\.|$)/i
/** Half a sign, and what turns the direction of a text. */
const unwritable = /\p{Cs}|[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** A text as a name, without its ending, that Windows, macOS and Linux take; empty where nothing of it can be one. */
export function safeName(text: string): string {
  const written = asFileName(text.replace(unwritable, '')).replace(/\s+/g, ' ')
  const name = withinBytes(written.replace(/^[.\s]+/, '')).replace(/[.\s]+$/, '')
  return devices.test(name) ? `_${name}` : name
}

function withinBytes(text: string): string {
  let [cut, bytes] = ['', 0]
  for (const sign of text) {
    bytes += Buffer.byteLength(sign)
    if (bytes > mostBytes) break
    cut += sign
  }
  return cut
}

/** Two names that some disk takes for one. */
export const nameKey = (name: string): string => name.normalize('NFKC').toUpperCase().toLowerCase()

/** With a number where it is taken. `taken`: by their keys. */
export function numbered(name: string, taken: ReadonlySet<string>, ending = ''): string {
  for (let number = 1; ; number += 1) {
    const next = `${number === 1 ? name : `${name} (${number})`}${ending}`
    if (!taken.has(nameKey(next))) return next
  }
}
