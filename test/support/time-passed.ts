import { openCatalogue } from '../../electron/catalogue/catalogue'
import { storeFiles } from '../../electron/sync/store-files'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** So much time has passed for what waits for its time in the stores of an app that does not run: its times are as much earlier. */
export function letTimePass(userData: string, ms: number): void {
  for (const connectionId of readdirSync(join(userData, 'stores'))) {
    const catalogue = openCatalogue(storeFiles(userData, connectionId).database)
    const earlier = (at: number | null) => (at === null ? null : at - ms)
    for (const { id, startsAt, endsAt } of catalogue.proposals.timed()) {
      catalogue.proposals.setTimes(id, { startsAt: earlier(startsAt), endsAt: earlier(endsAt) })
    }
    catalogue.close()
  }
}
