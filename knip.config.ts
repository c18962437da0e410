import type { KnipConfig } from 'knip'

// What nothing uses may not stay. The first run counts tests as users; `--production` does not, so that nothing is kept
// for its tests alone. There, what its own file uses is alive: tests may look into a file.
export default (options: { production?: boolean }): KnipConfig => ({
  entry: [
    'electron/{main,preload}.ts!',
    'electron/demo-store/cli.ts!',
    'electron/engine/{process,reader-process}.ts!',
    'renderer/main.tsx!',
    'test/{bench,package,soak,tour}/**/*.config.ts',
    'test/tour/tour-reporter.ts',
    'test/bench/floor-window/page.tsx',
    // Tests load these by a name that they put together.
    'scripts/build/{notices,packages}.mjs',
    'scripts/lint/styles.mjs',
    'scripts/package/{foreign-entries,fuses}.mjs',
  ],
  project: ['{electron,renderer}/**/*.{ts,tsx}!', '{test,scripts}/**/*.{ts,tsx,mjs}'],
  ignoreExportsUsedInFile: options.production === true,
  // Programs of the system are no packages.
  exclude: ['binaries'],
})
