import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { createKeychain } from '../../../../electron/platform/keychain'

const keychain = createKeychain({ service: `Stockroom test ${randomUUID()}` })
const promised = process.env.STOCKROOM_TEST_KEYCHAIN === '1'
const reachable = await keychain.works()

describe.skipIf(!promised && !reachable)('the keychain service of this computer', () => {
  beforeAll(() => {
    if (!reachable)
      throw new Error('STOCKROOM_TEST_KEYCHAIN=1 promises a keychain service, but none answers on this session bus.')
  })

  it('keeps, replaces and removes a key', async () => {
    expect(await keychain.get('one')).toBeNull()
    await keychain.set('one', 'secret_first')
    await keychain.set('two', 'secret_other')
    await keychain.set('one', 'secret_second')
    expect(await keychain.get('one')).toBe('secret_second')

    await keychain.remove('one')
    expect(await keychain.get('one')).toBeNull()
    expect(await keychain.get('two')).toBe('secret_other')
    await keychain.remove('two')
  })

  it('takes the removal of nothing in its stride', async () => {
    await expect(keychain.remove('never there')).resolves.toBeUndefined()
  })

  it('leaves nothing behind when it is tried out', async () => {
    expect(await keychain.works()).toBe(true)
    expect(await keychain.get('probe')).toBeNull()
  })
})
