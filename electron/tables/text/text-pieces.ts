import { setImmediate } from 'node:timers/promises'
import type { TableEncoding } from '../../shared/table'
import type { TableFile } from '../table-file'
import { piecesDecoder } from './text-decoder'

/** A text in pieces, and how much of it has been read with each, from 0 to 1. */
export type TextPiece = { text: string; read: number }
export type TextPieces = () => AsyncGenerator<TextPiece>

export const fileText = (file: TableFile, encoding: TableEncoding): TextPieces =>
  async function* () {
    const decoder = piecesDecoder(encoding)
    let at = 0
    for await (const piece of file.pieces()) {
      const text = cleaned(decoder.text(piece), at === 0)
      at += piece.length
      yield { text, read: at / file.bytes }
    }
    const text = decoder.end()
    if (text !== '') yield { text, read: 1 }
  }

const pieceLength = 128 * 1024

export const pastedText = (whole: string): TextPieces =>
  async function* () {
    for (let at = 0; at < whole.length; at += pieceLength) {
      yield {
        text: cleaned(whole.slice(at, at + pieceLength), at === 0),
        read: Math.min(1, (at + pieceLength) / whole.length),
      }
      await setImmediate()
    }
  }

/** Without the mark at the beginning, and without zeros, which are nobody's text and no database keeps well. */
function cleaned(text: string, isFirst: boolean): string {
  const unmarked = isFirst && text.startsWith('\ufeff') ? text.slice(1) : text
  return unmarked.includes('\0') ? unmarked.replaceAll('\0', '') : unmarked
}
