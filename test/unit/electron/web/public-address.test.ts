import { expect, it } from 'vitest'
import { isPublicAddress } from '../../../../electron/web/public-address'

it.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450::1'])(
  'takes %s for the internet',
  (address) => expect(isPublicAddress(address)).toBe(true),
)

it.each([
  ['this computer', '127.0.0.1'],
  ['this computer by another number', '127.9.9.9'],
  ['any address of this computer', '0.0.0.0'],
  ['a private network', '10.1.2.3'],
  ['a private network', '172.16.0.1'],
  ['a private network', '172.31.255.255'],
  ['a private network', '192.168.1.1'],
  ['a provider’s inner network', '100.64.0.1'],
  ['the link, where clouds keep their metadata', '169.254.169.254'],
  ['a test of equipment', '198.18.0.1'],
  ['many at once', '224.0.0.251'],
  ['everybody', '255.255.255.255'],
  ['this computer', '::1'],
  ['no address', '::'],
  ['a private network', 'fd00:ec2::254'],
  ['the link', 'fe80::1'],
  ['the link with its interface', 'fe80::1%eth0'],
  ['many at once', 'ff02::1'],
  ['this computer, mapped', '::ffff:127.0.0.1'],
  ['this computer, mapped in hexadecimal', '::ffff:7f00:1'],
  ['a public address, mapped', '::ffff:8.8.8.8'],
  ['a private network through NAT64', '64:ff9b::10.0.0.1'],
  ['a private network through 6to4', '2002:a00:1::'],
  ['a tunnel', '2001::1'],
  ['a name', 'localhost'],
  ['nothing', ''],
])('does not take %s for the internet: %s', (_what, address) => expect(isPublicAddress(address)).toBe(false))
