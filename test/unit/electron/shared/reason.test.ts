import { describe, expect, it } from 'vitest'
import { AppError, reasonOf, reasonSchema, reasonText } from '../../../../electron/shared/errors'
import { plainSentences, says } from '../../../../electron/shared/sentence'

const kept = (error: AppError) => reasonSchema.parse(JSON.parse(JSON.stringify(reasonOf(error.info))))

describe('a reason that is kept', () => {
  it('says as a code what the program says itself', () => {
    const error = new AppError('store-fault', { says: 'store-fault', status: 502 }, { storeCode: 'X' })
    expect(kept(error)).toEqual({
      code: 'store-fault',
      sentence: { says: 'store-fault', status: 502 },
      storeCode: 'X',
    })
    expect(reasonText(kept(error))).toBe(error.message)
  })

  it('keeps the words of the store', () => {
    const error = new AppError('refused', 'SKU is taken')
    expect(kept(error).sentence).toEqual({ says: 'text', text: 'SKU is taken' })
    expect(reasonText(kept(error))).toBe('SKU is taken')
  })

  it('of an error that is told in other words has those', () => {
    const first = new AppError('offline', says('wrong-clock'))
    const second = new AppError('offline', 'In other words', { ...first.info, cause: first })
    expect(reasonText(kept(second))).toBe('In other words')
  })

  it('is a sentence, whatever it says', () => {
    for (const each of plainSentences) {
      expect(new AppError('refused', says(each)).message, each).toMatch(/^[A-Z].{10,}[.]$/)
    }
  })
})
