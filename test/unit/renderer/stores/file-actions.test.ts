// @vitest-environment jsdom
import { expect, it } from 'vitest'
import type { RequestInput } from '../../../../electron/shared/contract'
import { AppError } from '../../../../electron/shared/errors'
import { addFiles } from '../../../../renderer/stores/file-actions'
import { installFakeBridge } from '../../../support/fake-bridge'

const target = { connectionId: 'a', productId: 1, productName: 'Mug' }
const added = async (...names: string[]) => {
  const { asked } = installFakeBridge({
    'files.stage': ({ file }) => {
      if (file === '/empty.txt') throw new AppError('invalid-input', 'The file is empty.')
      return { hash: file.padEnd(64, '0'), size: 9, name: file }
    },
    'changes.apply': () => ({ changeSetId: 7, productIds: [1] }),
  })
  window.stockroom.tokensOf = (files) => files.map(({ name }) => (name.startsWith('memory') ? '' : `/${name}`))
  const outcome = await addFiles(
    target,
    names.map((name) => new File(['bytes'], name)),
    () => {},
  )
  const applied = asked.filter(({ name }) => name === 'changes.apply')
  return { outcome, labels: applied.map(({ input }) => (input as RequestInput<'changes.apply'>).label) }
}

it('one file that is added is named by what it is called, several are counted', async () => {
  expect((await added('care.pdf')).labels).toEqual([{ code: 'add-file', product: 'Mug', what: 'care.pdf' }])
  expect((await added('care.pdf', 'size.pdf')).labels).toEqual([{ code: 'add-files', product: 'Mug', files: 2 }])
})

it('what cannot be added is no part of what is named, and says why', async () => {
  const { outcome, labels } = await added('memory.pdf', 'empty.txt', 'care.pdf')
  expect(labels).toEqual([{ code: 'add-file', product: 'Mug', what: 'care.pdf' }])
  expect(outcome).toMatchObject({ added: 1, refused: [{ name: 'memory.pdf' }, { name: 'empty.txt' }] })
  expect((await added('empty.txt')).labels).toEqual([])
})
