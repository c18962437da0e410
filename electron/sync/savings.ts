import type { Catalogue } from '../catalogue/catalogue'
import type { Ecwid } from '../ecwid/ecwid'
import type { FileSaving } from '../shared/transfers'
import { saveFile, type PlaceToSave } from './save-file'

type Parts = { catalogue: Catalogue; ecwid: Pick<Ecwid, 'downloadFile'>; onSavings: (savings: FileSaving[]) => void }
type File = { productId: number; fileId: number }

/** Files for buyers that are being saved on this computer: how far each is, and the way to stop it. */
export function createSavings({ onSavings, ...parts }: Parts) {
  const underWay = new Map<AbortController, FileSaving>()
  const tell = () => onSavings([...underWay.values()])
  return {
    /** False: nowhere, because no place was chosen or it was stopped. */
    async save(file: File, placeToSave: PlaceToSave): Promise<boolean> {
      const stop = new AbortController()
      const onProgress = (progress: number) => {
        underWay.set(stop, { ...file, progress })
        tell()
      }
      try {
        return await saveFile(parts, file, placeToSave, { signal: stop.signal, onProgress })
      } finally {
        if (underWay.delete(stop)) tell()
      }
    },

    stop({ productId, fileId }: File): null {
      for (const [stop, of] of underWay) if (of.productId === productId && of.fileId === fileId) stop.abort()
      return null
    },
  }
}
