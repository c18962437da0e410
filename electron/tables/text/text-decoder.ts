import { StringDecoder } from 'node:string_decoder'
import type { TableEncoding } from '../../shared/table'

/** Text of bytes that come in pieces; what is no letter in the encoding becomes U+FFFD. `end` is what is left at the end. */
export type PiecesDecoder = { text(piece: Buffer): string; end(): string }

export function piecesDecoder(encoding: TableEncoding): PiecesDecoder {
  const upper = upperHalves[encoding]
  if (upper) return { text: (piece) => singleBytes(piece, upper), end: () => '' }
  // Twice as fast as the other one, and this is how nearly all files come.
  if (encoding === 'utf-8') {
    const decoder = new StringDecoder('utf8')
    return { text: (piece) => decoder.write(piece), end: () => decoder.end() }
  }
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  return { text: (piece) => decoder.decode(piece, { stream: true }), end: () => decoder.decode() }
}

/** From 0x80 on. Node 20 takes windows-1252 for Latin 1, and no runtime knows what Excel calls “CSV (MS-DOS)”. */
const upperHalves: Partial<Record<TableEncoding, string>> = {
  'windows-1252': '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ',
  ibm850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0',
}

function singleBytes(bytes: Buffer, upper: string): string {
  const latin1 = bytes.toString('latin1')
  return latin1.replace(/[\x80-\xff]/g, (byte) => upper[byte.charCodeAt(0) - 0x80] ?? byte)
}
