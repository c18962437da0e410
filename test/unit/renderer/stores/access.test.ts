import { describe, expect, it } from 'vitest'
import { accessOf } from '../../../../renderer/stores/access'

describe('what a key allows', () => {
  it('a secret key with its scopes allows everything', () => {
    expect(accessOf({ keyKind: 'secret', missingScopes: [] })).toEqual({
      canUpdate: true,
      canCreate: true,
      reason: null,
    })
  })

  it('a public key allows no change', () => {
    expect(accessOf({ keyKind: 'public', missingScopes: [] })).toMatchObject({ canUpdate: false, canCreate: false })
  })

  it('a missing scope takes what needs it and is named', () => {
    const access = accessOf({ keyKind: 'secret', missingScopes: ['create_catalog'] })
    expect(access).toMatchObject({ canUpdate: true, canCreate: false })
    expect(access.reason).toContain('create_catalog')
  })
})
