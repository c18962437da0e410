import { describe, expect, it } from 'vitest'
import { productIdsIn } from '../../../../../renderer/features/catalogue/product-ids'
import { storeIdOf } from '../../../../../renderer/features/connections/connection-form'
import { plainDigits } from '../../../../../electron/shared/numbers/plain-digits'

describe('digits of any script', () => {
  it('are read as 0-9', () => {
    expect(plainDigits('０１９ ٠١٩ ۰۱۹ ०१९ ๐๑๙ 𝟎𝟙𝟿')).toBe('019 019 019 019 019 019')
    expect(plainDigits('10³ ½ ① Ⅷ')).toBe('10³ ½ ① Ⅷ')
  })

  it('name products and stores', () => {
    expect(productIdsIn('１２３, ٤٥')).toEqual([123, 45])
    expect(storeIdOf('１００３')).toBe(1003)
  })
})
