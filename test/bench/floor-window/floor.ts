import react from '@vitejs/plugin-react'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

export const floorProgram = 'test/bench/floor-window'
/** A selector of what the page shows. */
export const floorReady = '#ready'

/** Builds the page into a folder, as the program's own is built, and answers what the program starts with. */
export async function floorEnvironment(folder: string): Promise<Record<string, string>> {
  await build({
    root: floorProgram,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'chrome114',
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: 'page.tsx', formats: ['iife'], name: 'page', fileName: () => 'page.js', cssFileName: 'page' },
    },
  })
  // A page of the disk may not load modules.
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><link rel="stylesheet" href="page.css"><div id="root"></div><script defer src="page.js"></script>',
  )
  return { STOCKROOM_BENCH_PAGE: folder }
}
