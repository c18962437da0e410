import { ApiError } from './api-error'

/** Which category was edited when, counted in edits: one that arrived before another was carried out meets a newer category. */
export function createEditsAtOnce() {
  const editedAt = new Map<string, number>()
  let edits = 0
  const isEdit = (method: string, path: string) => method === 'PUT' && /^\/categories\/\d+$/.test(path)
  return {
    arrives: (): number => edits,
    /** Throws where another edit of the same was carried out since this one arrived. */
    check(method: string, path: string, arrived: number): void {
      if (isEdit(method, path) && (editedAt.get(path) ?? 0) > arrived)
        throw new ApiError(409, 'The category is being edited by another request')
    },
    carriedOut(method: string, path: string): void {
      if (isEdit(method, path)) editedAt.set(path, ++edits)
    },
  }
}
