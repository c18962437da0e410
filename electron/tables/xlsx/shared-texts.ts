import { workbookText } from './workbook-text'
import { xmlReader } from './xml-reader'

/** The texts that cells name by number, in order, of `xl/sharedStrings.xml`. */
export async function sharedTexts(pieces: AsyncIterable<string>): Promise<string[]> {
  const texts: string[] = []
  let text = ''
  let isText = false
  // How a Japanese text is spoken stands beside it.
  let isSpoken = false
  const reader = xmlReader({
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') isSpoken = true
      else if (name === 't') isText = !isSpoken
    },
    close(name) {
      if (name === 'si') texts.push(workbookText(text))
      else if (name === 'rPh') isSpoken = false
      else if (name === 't') isText = false
    },
    text(more) {
      if (isText) text += more
    },
  })
  for await (const piece of pieces) reader.add(piece)
  return texts
}
