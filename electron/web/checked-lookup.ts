import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { callbackify } from 'node:util'
import { AppError } from '../shared/errors'

/** All addresses of a name. */
export type LookUp = (name: string) => Promise<LookupAddress[]>

/**
 * The look-up of one connection: what was checked here is what is connected to, so a name cannot mean one address when
 * it is checked and another one right after. One address that is not allowed spoils the name.
 */
export function checkedLookup(lookUp: LookUp, isAllowed: (address: string) => boolean): LookupFunction {
  const ask = callbackify(lookUp)
  return (name, { all }, done) =>
    ask(name, (error, addresses) => {
      const [first] = addresses ?? []
      if (error) done(error, '')
      else if (!first) done(new Error(`${name} has no address.`), '')
      else if (!addresses.every(({ address }) => isAllowed(address))) done(notPublic(name), '')
      else if (all) done(null, addresses)
      else done(null, first.address, first.family)
    })
}

export function notPublic(host: string): AppError {
  return new AppError(
    'invalid-input',
    `${host} is this computer or one in its own network, so nothing was loaded. Use a link that works from anywhere, or add the picture as a file.`,
  )
}
