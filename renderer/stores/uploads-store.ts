import { create } from 'zustand'
import type { UploadProgress } from '../../electron/shared/transfers'

type Uploads = { byConnection: Record<string, UploadProgress[]> }

/** Everything being uploaded right now, per connection. */
export const useUploadsStore = create<Uploads>(() => ({ byConnection: {} }))

export function noteUploads(connectionId: string, uploads: UploadProgress[]): void {
  useUploadsStore.setState(({ byConnection }) => ({ byConnection: { ...byConnection, [connectionId]: uploads } }))
}
