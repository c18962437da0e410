import { resolve } from 'node:path'
import { expect, test } from '../support/app'
import { createTour, sizeWindow } from '../support/tour'

test('the main job', async ({ app, page }) => {
  await sizeWindow(app)
  const { step, shot } = createTour(page, resolve(process.env.STOCKROOM_TOUR_OUT ?? 'tour'))

  await step('Open Stockroom for the first time', async () => {
    await expect(page).toHaveTitle('Stockroom')
  })
  await shot('first-start')
})
