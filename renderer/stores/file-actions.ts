import type { ErrorInfo } from '../../electron/shared/errors'
import { shortName } from '../../electron/shared/set-label'
import { call, problemOf, tokensOf } from '../bridge'
import { applyAll, apply, partLabel, type Outcome, type ProductTarget } from './product-action'
import { openedProduct } from './product-store'

export type TakenFiles = Outcome & { added: number; refused: { name: string; reason: string }[] }

/** Copies the files into this store's folder, one by one, and adds them to the product. `onStep`: the name of the one that is copied. */
export async function addFiles(
  target: ProductTarget,
  files: File[],
  onStep: (name: string) => void,
): Promise<TakenFiles> {
  const { connectionId, productId } = target
  const tokens = tokensOf(files)
  const refused: TakenFiles['refused'] = []
  const operations = []
  for (const [at, { name }] of files.entries()) {
    onStep(name)
    const file = tokens[at]
    if (!file) {
      refused.push({ name, reason: 'It is no file of this computer. Save it to a folder first, then add it.' })
      continue
    }
    try {
      const { hash, size } = await call('files.stage', { connectionId, file })
      operations.push({ kind: 'file.add' as const, productId, hash, size, name: name.slice(-255), description: '' })
    } catch (error) {
      refused.push({ name, reason: problemOf(error).message })
    }
  }
  const [first] = operations
  if (!first) return { changeSetId: null, problem: null, added: 0, refused }
  const added = operations.length
  const several = { code: 'add-files', product: shortName(target.productName), files: added } as const
  const label = added === 1 ? partLabel('add-file', target, first.name) : several
  return { ...(await applyAll(target, label, operations)), added, refused }
}

/** Where its owner wants it on this computer. False: nowhere. */
export async function saveFile(
  { connectionId, productId }: ProductTarget,
  fileId: number,
): Promise<boolean | ErrorInfo> {
  try {
    return await call('files.save', { connectionId, productId, fileId })
  } catch (error) {
    return problemOf(error)
  }
}

/** Whoever asked for it hears that it is nowhere. */
export async function stopSaving({ connectionId, productId }: ProductTarget, fileId: number): Promise<void> {
  await call('files.stopSaving', { connectionId, productId, fileId }).catch(() => {})
}

export async function describeFile(target: ProductTarget, fileId: number, description: string): Promise<Outcome> {
  const label = partLabel('describe-file', target, nameOf(fileId))
  return apply(target, label, { kind: 'file.describe', productId: target.productId, fileId, description })
}

export async function removeFile(target: ProductTarget, fileId: number): Promise<Outcome> {
  const label = partLabel('remove-file', target, nameOf(fileId))
  return apply(target, label, { kind: 'file.remove', productId: target.productId, fileId })
}

const nameOf = (fileId: number): string => openedProduct()?.detail?.files.find(({ id }) => id === fileId)?.name ?? ''
