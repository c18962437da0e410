import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { goTo } from '../e2e/pages/screens'
import { archiveFile, compared, snapshots } from '../e2e/pages/snapshots'
import { expect } from '../support/app'
import { savesTo } from '../support/save-dialog'
import { sizeWindow, type Tour } from '../support/tour'

type Parts = { app: ElectronApplication; page: Page } & Pick<Tour, 'step' | 'shot'>

/** How the store was, and how it is kept now. */
export async function tourOfSnapshots({ app, page, step, shot }: Parts): Promise<void> {
  await step('Keep how the store is', async () => {
    await goTo(page, 'Snapshots')
    await page.getByRole('button', { name: 'Take a snapshot now' }).click()
    await expect(snapshots(page).first()).toContainText('Taken by hand')
  })
  await shot('snapshots')
  await step('See it in a narrow window', () => sizeWindow(app, 760, 700))
  await shot('snapshots-narrow')
  await sizeWindow(app)
  await step('Ask for an archive of one', () =>
    snapshots(page).first().getByRole('button', { name: 'Export archive…' }).click(),
  )
  await shot('export-archive')
  await page.keyboard.press('Escape')
  await step('Keep all of it in an archive, and compare it with that', async () => {
    const file = join(tmpdir(), 'Demo shop.zip')
    await savesTo(app, file)
    await page.getByRole('button', { name: 'Export archive…' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Export…' }).click()
    await expect(page.getByText(/^Demo shop\.zip has/)).toBeVisible()
    await archiveFile(page).setInputFiles(file)
    await expect(page.getByText('Your store is as it is in this archive.')).toBeVisible()
  })
  await shot('archive-compared')
  await page.getByRole('button', { name: 'Snapshots', exact: true }).last().click()
  await expect(snapshots(page).first()).toContainText('Archive Demo shop.zip')
  await shot('snapshots-with-an-archive')
  await step('Compare the oldest with now', async () => {
    await page.getByRole('button', { name: 'Compare with now' }).last().click()
    await expect(compared(page).first()).toBeVisible()
  })
  await shot('snapshot-compared')
  await step('See it in a narrow window', () => sizeWindow(app, 760, 700))
  await shot('snapshot-compared-narrow')
  await sizeWindow(app)
  await step('Ask to put back everything', () => page.getByRole('button', { name: 'Put back everything…' }).click())
  await shot('put-back')
  await page.keyboard.press('Escape')
}
