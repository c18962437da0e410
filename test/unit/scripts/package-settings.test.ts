import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const settings = readFileSync('electron-builder.yml', 'utf8')
/** What stands under a name, as names and values. */
const under = (name: string) => {
  const [, block = ''] = new RegExp(`^${name}:\\n((?: +.*\\n)+)`, 'm').exec(settings) ?? []
  return Object.fromEntries([...block.matchAll(/^ {2}(\w+): *(.+)$/gm)].map(([, key, value]) => [key, value]))
}

it('the packaged app encrypts its cookies, gives files no rights of pages, and takes no switches of Node', () => {
  expect(under('electronFuses')).toEqual({
    resetAdHocDarwinSignature: 'true',
    runAsNode: 'false',
    enableCookieEncryption: 'true',
    grantFileProtocolExtraPrivileges: 'false',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    enableEmbeddedAsarIntegrityValidation: 'true',
    onlyLoadAppFromAsar: 'true',
  })
})

it('nothing in the packaged app says where newer ones are', () => {
  expect(settings).toMatch(/^publish: null$/m)
})
