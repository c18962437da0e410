import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'

type Fuse = { name: string; value: string }
type Script = {
  declaredFuses: (settings: string) => Fuse[]
  otherFuses: (declared: Fuse[], wire: Record<number, number>) => string[]
}
let { declaredFuses, otherFuses } = {} as Script
beforeAll(async () => {
  const script = '../../../scripts/package/fuses.mjs'
  ;({ declaredFuses, otherFuses } = (await import(script)) as Script)
})

/** As `1` and `0` stand in a binary; `r` is a fuse that this Electron no longer has. */
const wireOf = (states: string) => [...states].map((state) => state.charCodeAt(0))
const declared = () => declaredFuses(readFileSync('electron-builder.yml', 'utf8'))

it('has nothing against a binary whose fuses are as declared', () => {
  expect(declared()).toHaveLength(7)
  expect(otherFuses(declared(), wireOf('01001100'))).toEqual([])
})

it('names each fuse that is otherwise, was taken away, or is not there at all', () => {
  expect(otherFuses(declared(), wireOf('11001100'))).toEqual(['runAsNode'])
  expect(otherFuses(declared(), wireOf('0100r100'))).toEqual(['enableEmbeddedAsarIntegrityValidation'])
  expect(otherFuses(declared(), wireOf('0100110'))).toEqual(['grantFileProtocolExtraPrivileges'])
})

it('finds a fuse that nobody knows in no binary', () => {
  expect(otherFuses(declaredFuses('electronFuses:\n  flyToTheMoon: false\n'), wireOf('01001100'))).toEqual([
    'flyToTheMoon',
  ])
})
