import type { ShelfDetail } from '../../electron/shared/shelf'

export const aShelfDetail = (parts: Partial<ShelfDetail> = {}): ShelfDetail => ({
  thing: 'category',
  id: 7,
  fields: { name: 'Mugs', description: '' },
  state: 'synced',
  isDeletedInStore: false,
  picture: null,
  upload: null,
  draft: null,
  problems: [],
  ...parts,
})
