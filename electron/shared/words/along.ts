import { formatNumber } from '../numbers/numbers'
import type { Sentence } from '../sentence'

type Along = Extract<Sentence, { products: number } | { count: number }>

const counted = (count: number, one: string): string => (count === 1 ? `1 ${one}` : `${formatNumber(count)} ${one}s`)
const are = (count: number, one: string): string => `${counted(count, one)} ${count === 1 ? 'is' : 'are'}`

/** What comes back along with what is undone, and what does not. */
export function alongText(sentence: Along): string {
  switch (sentence.says) {
    case 'products-in-it':
      return `${are(sentence.products, 'product')} in it again.`
    case 'products-of-it':
      return `${are(sentence.products, 'product')} of this type again, with ${counted(sentence.values, 'value')}.`
    case 'values-of-products':
      return `${counted(sentence.values, 'value')} of ${counted(sentence.products, 'product')} ${sentence.values === 1 ? 'comes' : 'come'} back.`
    case 'products-not-here':
      return `${are(sentence.count, 'product')} not in the catalogue any more and ${sentence.count === 1 ? 'gets' : 'get'} nothing back.`
    case 'products-of-another-type':
      return `${are(sentence.count, 'product')} of another type by now and ${sentence.count === 1 ? 'stays' : 'stay'} so.`
    case 'files-along':
      return `${counted(sentence.count, 'file')} for buyers ${sentence.count === 1 ? 'comes' : 'come'} back.`
    case 'files-not-kept':
      return `${counted(sentence.count, 'file')} for buyers cannot come back: there is no copy on this computer.`
  }
}
