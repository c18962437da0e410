import { describe, expect, it } from 'vitest'
import { createKeychain } from '../../../../electron/platform/keychain'

const never = () => new Promise<never>(() => {})

describe('keychain', () => {
  it('is an error for the person, not a crash, where its system library is missing', async () => {
    const keychain = createKeychain({
      load: () => {
        throw new Error('libsecret-1.so.0: cannot open shared object file')
      },
    })
    await expect(keychain.get('a')).rejects.toMatchObject({ code: 'keychain' })
    expect(await keychain.works()).toBe(false)
  })

  it('does not wait for ever for a service that hangs', async () => {
    const load = () => ({ getPassword: never, setPassword: never, deletePassword: never })
    const keychain = createKeychain({ load, answerMs: 5, probeMs: 5 })
    expect(await keychain.works()).toBe(false)
    await expect(keychain.set('a', 'secret_x')).rejects.toMatchObject({ code: 'keychain' })
  })

  it('does not count a service that forgets as working', async () => {
    const load = () => ({
      getPassword: () => Promise.resolve(null),
      setPassword: () => Promise.resolve(),
      deletePassword: () => Promise.resolve(true),
    })
    expect(await createKeychain({ load }).works()).toBe(false)
  })
})
