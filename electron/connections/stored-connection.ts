import { z } from 'zod'
import { connectionSchema } from '../shared/connection'

/** A connection as the settings file keeps it: everything but the key. */
export const storedConnectionSchema = connectionSchema.omit({ keyPlace: true }).extend({
  /** Names a folder, which goes with the connection: nothing that leads out of its place. */
  id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
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
