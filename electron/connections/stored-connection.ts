import { z } from 'zod'
import { connectionSchema } from '../shared/connection'

/** A connection as the settings file keeps it: everything but the key. */
export const storedConnectionSchema = connectionSchema.omit({ keyPlace: true }).extend({
  /** False: the keychain did not take the key, so it is gone when the app quits. */
  keyInKeychain: z.boolean(),
  /** Its removal was begun: whatever is left of it goes at the next start. */
  removing: z.boolean().default(false),
})
export type StoredConnection = z.infer<typeof storedConnectionSchema>

/** Where the list lives between runs. `write` is on disk when it returns. */
export type ConnectionRecords = {
  read(): StoredConnection[]
  write(records: StoredConnection[]): void
}
