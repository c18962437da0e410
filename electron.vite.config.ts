import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

// Reloading while one edits needs an inline script and a web socket; the built page allows neither.
const relaxedWhileDeveloping: Plugin = {
  name: 'relaxed-csp-while-developing',
  apply: 'serve',
  transformIndexHtml: (html) =>
    html
      .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
      .replace("connect-src 'self'", "connect-src 'self' ws:"),
}

// Whatever comes into the window anywhere has Chromium find styles anew for 3 ms because of this one rule (docs/performance.md), which is about
// parts that fold in a text: the editor here has none.
const detailsRule = /[^{}]*\[data-type='details'\]:has\([^{}]*\{[^{}]*\}/
const withoutRuleForDetails: Plugin = {
  name: 'without-rule-for-details',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('@mantine/tiptap/styles')) return
    if (!detailsRule.test(code)) this.error('Mantine’s editor has another rule for its details, or none.')
    return { code: code.replace(detailsRule, ''), map: null }
  },
}

// A build goes to a folder of its own and takes the place of out/ when it is whole (scripts/build).
const out = process.env.STOCKROOM_OUT ?? 'out'

// The oldest runtime the program must run on: Electron 25 (Node 18.15, Chromium 114), which cannot load an ESM main.
// What package.json lists under `dependencies` has native parts and stays outside; everything else is bundled.
export default defineConfig({
  main: {
    build: {
      target: 'node18',
      outDir: resolve(out, 'main'),
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        input: {
          main: resolve('electron/main.ts'),
          engine: resolve('electron/engine/process.ts'),
          reader: resolve('electron/engine/reader-process.ts'),
          'demo-store': resolve('electron/demo-store/cli.ts'),
        },
        output: {
          format: 'cjs',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // What is loaded late is required as well: `import()` does not find a package inside of the packaged archive.
          dynamicImportInCjs: false,
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node18',
      outDir: resolve(out, 'preload'),
      sourcemap: true,
      minify: false,
      // A sandboxed preload can require nothing but `electron`: one file, everything in it.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react(), relaxedWhileDeveloping, withoutRuleForDetails],
    server: { host: '127.0.0.1' },
    // Workers load what opens rare pictures only when one comes.
    worker: { format: 'es' },
    build: {
      target: 'chrome114',
      outDir: resolve(out, 'renderer'),
      emptyOutDir: true,
      sourcemap: true,
      minify: true,
      rolldownOptions: { input: resolve('renderer/index.html') },
    },
  },
})
