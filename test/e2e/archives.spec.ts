import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/app'
import { connect } from '../support/connected'
import { pngBytes } from '../support/picture-files'
import { dropOnWindow } from './pages/screens'

test('what is called an archive is a file like others, and the app lives on', async ({ page, store }) => {
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-drop-'))
  try {
    const shoot = join(folder, 'shoot')
    mkdirSync(shoot)
    writeFileSync(join(shoot, 'x.asar'), Buffer.from('04000000ffffff7fffffff7fffffff7f', 'hex'))
    writeFileSync(join(shoot, 'y.asar'), pngBytes(3, 3))
    writeFileSync(join(shoot, 'z.png'), pngBytes(4, 4))
    await connect(page, store)
    await dropOnWindow(page, [shoot])
    const files = async () => {
      const [connection] = await page.evaluate(async () => {
        const answer = await window.stockroom.call('connections.list', {})
        return answer.ok ? answer.value : []
      })
      const jobs = await page.evaluate(async (connectionId) => {
        const answer = await window.stockroom.call('pictureJobs.list', { connectionId })
        return answer.ok ? answer.value : []
      }, connection?.id ?? '')
      return jobs[0]?.state === 'review' ? jobs[0].counts : null
    }
    await expect.poll(files, { timeout: 30_000 }).toMatchObject({ refused: 1, unmatched: 2 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
