import type { Page } from '@playwright/test'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchApp, type LaunchOptions, type RunningApp } from '../support/running-app'
import { floorEnvironment, floorProgram, floorReady } from './floor-window/floor'
import type { LargeStore } from './large-store'

export const productGrid = (page: Page) => page.getByRole('grid', { name: 'Products' })

type Windows = { app: RunningApp; empty: RunningApp }

/** The real app on its data and an empty window of the same runtime, both open at the same time. */
export async function withWindows(
  large: Pick<LargeStore, 'userData'>,
  work: (windows: Windows) => Promise<void>,
): Promise<void> {
  const { folder, env } = large.userData()
  await besideEmpty({ userData: folder, env }, async (windows) => {
    await productGrid(windows.app.page).locator('[data-index="0"]:not([aria-busy])').waitFor()
    await work(windows)
  })
}

/** A window of React and Mantine with two processes that do nothing, in the app's place: no program of this kind goes below it. */
export async function withFloor(work: (windows: Windows) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-bench-'))
  try {
    const env = await floorEnvironment(join(folder, 'page'))
    await besideEmpty({ userData: join(folder, 'data'), env, program: floorProgram }, async (windows) => {
      await windows.app.page.locator(floorReady).waitFor({ state: 'attached' })
      await work(windows)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  }
}

async function besideEmpty(options: LaunchOptions, work: (windows: Windows) => Promise<void>): Promise<void> {
  const nothing = mkdtempSync(join(tmpdir(), 'stockroom-bench-'))
  const open: RunningApp[] = []
  try {
    // The first window of a display keeps the renderer that it asked for what the display can show, some 30 MB.
    await (await launchApp({ userData: nothing, env: {}, program: 'test/bench/empty-window' })).close()
    const app = await launchApp(options)
    open.push(app)
    const empty = await launchApp({ userData: nothing, env: {}, program: 'test/bench/empty-window' })
    open.push(empty)
    for (const { electron } of open) {
      await electron.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows()
        window?.setContentSize(1280, 800)
        // Of two windows only one is in front; the other must not be slowed down for that.
        window?.webContents.setBackgroundThrottling(false)
      })
    }
    await work({ app, empty })
  } finally {
    await Promise.all(open.map((running) => running.close()))
    rmSync(nothing, { recursive: true, force: true, maxRetries: 10 })
  }
}

/** Main, engine and renderer together, MB. Memory shared between processes counts once (PSS), where the system tells it. */
export async function memoryOf({ electron }: RunningApp): Promise<number> {
  const metrics = await electron.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .map(({ pid, type, name, memory }) => ({ pid, type, name, workingSetKb: memory.workingSetSize })),
  )
  return metrics
    .filter(({ type, name }) => type === 'Browser' || type === 'Tab' || name?.startsWith('Stockroom '))
    .map(({ pid, workingSetKb }) => proportionalKb(pid) ?? workingSetKb)
    .reduce((sum, kb) => sum + kb / 1024, 0)
}

function proportionalKb(pid: number): number | undefined {
  try {
    const found = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
    return found?.[1] === undefined ? undefined : Number(found[1])
  } catch {
    return undefined
  }
}
