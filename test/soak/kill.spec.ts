import { test } from '../support/app'
import { runAndKill } from '../support/kill/kill-run'

const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise)

test.use({ storeArguments: ['--rate-limit', '0'] })

test('200 changes and 100 pictures arrive once, however often the app is killed', async ({ page, store, relaunch }) => {
  test.setTimeout(60 * 60_000)
  const seed = number('STOCKROOM_SEED', Date.now() % 100_000)
  console.log(`STOCKROOM_SEED=${seed}`)
  await runAndKill({
    seed,
    changes: number('STOCKROOM_CHANGES', 200),
    pictures: number('STOCKROOM_PICTURES', 100),
    kills: number('STOCKROOM_KILLS', 30),
    page,
    store,
    relaunch,
    say: (line) => console.log(line),
  })
})
