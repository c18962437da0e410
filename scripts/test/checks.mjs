import { join } from 'node:path'
import { buildIfStale } from '../build/build-if-stale.mjs'
import { projectRoot, tool } from '../setup/paths.mjs'
import { runPlaywright } from './playwright.mjs'
import { runTool } from './run-check.mjs'
import { runVitest } from './vitest.mjs'

const projects = ['.', 'electron', 'renderer']

/** Every check by name, in the order they run: what is quick and says most comes first. */
export const checks = {
  lint: ({ env }) =>
    single('lint', () =>
      together([
        runTool(tool('oxlint/bin/oxlint'), [], { env }),
        runTool(tool('knip/bin/knip.js'), [], { env }),
        runTool(tool('knip/bin/knip.js'), ['--production'], { env }),
        runTool(join(projectRoot, 'scripts', 'lint', 'check-styles.mjs'), [], { env }),
      ]),
    ),
  format: ({ env }) => single('format', () => runTool(tool('prettier/bin/prettier.cjs'), ['--check', '.'], { env })),
  types: ({ env }) =>
    single('types', () =>
      together(projects.map((project) => runTool(tool('typescript/bin/tsc'), ['-p', project], { env }))),
    ),
  unit: (context) => runVitest('unit', { ...context, projects: ['unit', 'renderer'], minutes: 30 }),
  integration: (context) => runVitest('integration', { ...context, minutes: 60 }),
  build: () => single('build', () => buildIfStale({ force: true })),
  e2e: (context) =>
    context.failed.has('build')
      ? { passed: 0, failed: 1, skipped: 0, failures: [{ title: 'not run', text: 'There is no build to run.' }] }
      : runPlaywright({ ...context, minutes: 60 }),
}

/** The worst code, and what the tools said, each thing once. */
async function together(tools) {
  const runs = await Promise.all(tools)
  return {
    code: Math.max(...runs.map(({ code }) => code)),
    output: [...new Set(runs.map(({ output }) => output))].join('\n'),
  }
}

/** A check that is one thing: it passes or fails as a whole. */
async function single(name, runIt) {
  const started = Date.now()
  process.stdout.write(`${name} ... `)
  const { code, output } = await runIt()
  console.log(`${code === 0 ? 'ok' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  const failures = code === 0 ? [] : [{ title: 'the whole check', text: output }]
  return { passed: code === 0 ? 1 : 0, failed: failures.length, skipped: 0, failures }
}
