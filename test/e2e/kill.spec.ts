import { test } from '../support/app'
import { runAndKill } from '../support/kill/kill-run'

// The long version is test/soak: `npm run soak`.
test('the app is killed three times at work, and the store has everything once', async ({ page, store, relaunch }) => {
  test.setTimeout(240_000)
  const seed = Number(process.env.STOCKROOM_SEED ?? Date.now() % 100_000)
  console.log(`STOCKROOM_SEED=${seed}`)
  await runAndKill({ seed, changes: 20, pictures: 6, kills: 3, page, store, relaunch, say: () => {} })
})
