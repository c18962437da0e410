import { describe, expect, it } from 'vitest'
import { errorFromFailure } from '../../../../electron/ecwid/errors-from-failure'

const asked = { method: 'PUT', path: '/products/1', storeId: 1003, idempotent: false } as const

function sentenceFor(error: unknown): string {
  const problem = errorFromFailure(asked, { error, stoppedBy: null, sentWhole: true })
  expect(problem.code).toBe('offline')
  return problem.message
}

describe('a request that never reached the store says which part of the way failed', () => {
  it.each([
    ['a wrong clock', { code: 'CERT_NOT_YET_VALID' }, /Check its date and time/],
    ['a wrong clock, in the app', { message: 'net::ERR_CERT_DATE_INVALID' }, /Check its date and time/],
    ['a foreign certificate', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, /sign in/],
    ['no DNS', { cause: { code: 'ENOTFOUND' } }, /cannot be looked up/],
    ['no DNS, in the app', { message: 'net::ERR_NAME_NOT_RESOLVED' }, /cannot be looked up/],
    ['a proxy', { message: 'net::ERR_TUNNEL_CONNECTION_FAILED' }, /proxy/],
    ['nobody there', { cause: { code: 'ECONNREFUSED', syscall: 'connect' } }, /Ecwid cannot be reached/],
  ])('%s', (_why, error, expected) => {
    expect(sentenceFor(error)).toMatch(expected)
  })

  it('and a write whose connection broke afterwards is in doubt', () => {
    const error = { cause: { code: 'ECONNRESET', syscall: 'read' } }
    expect(errorFromFailure(asked, { error, stoppedBy: null, sentWhole: true }).code).toBe('unknown-outcome')
  })
})
