import { readFileSync, rmSync } from 'node:fs'
import { reportFile, tool } from '../setup/paths.mjs'
import { runTool } from './run-check.mjs'

/** Runs the tests under test/e2e/ in the real app and counts them one by one. */
export async function runPlaywright({ env, filters, minutes }) {
  console.log('e2e ...')
  const report = reportFile('e2e.json')
  rmSync(report, { force: true })
  const { code, output } = await runTool(
    tool('@playwright/test/cli.js'),
    ['test', `--global-timeout=${minutes * 60_000}`, ...filters],
    {
      env: { ...env, STOCKROOM_E2E_JSON: report },
      minutes: minutes + 1,
      show: (line) => /^\s+(✓|✘|-|ok|x)\s+\d+ /.test(line),
    },
  )
  const result = read(report)
  if (!result) return { passed: 0, failed: 1, skipped: 0, failures: [{ title: 'the test run', text: output }] }

  const tests = result.suites.flatMap((suite) => testsOf(suite, []))
  const failures = tests.filter((test) => test.status === 'unexpected' || test.status === 'flaky').map(failureOf)
  if (code !== 0 && failures.length === 0) {
    failures.push({
      title: 'outside of any test',
      text: result.errors.map((error) => error.stack ?? error.message).join('\n') || output,
    })
  }
  const count = (status) => tests.filter((test) => test.status === status).length
  return { passed: count('expected'), failed: failures.length, skipped: count('skipped'), failures }
}

function testsOf(suite, path) {
  const here = [...path, suite.title]
  const own = suite.specs.flatMap((spec) =>
    spec.tests.map((test) => ({ ...test, title: [...here, spec.title].join(' > ') })),
  )
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, here))]
}

function failureOf({ title, results }) {
  const failed = results.filter((result) => result.errors.length > 0)
  const errors = failed.flatMap((result) => result.errors.map((error) => error.stack ?? error.message))
  const attached = failed.flatMap((result) => result.attachments.map(textOf))
  return { title, text: [...errors, ...attached].join('\n') }
}

function textOf({ name, path, body }) {
  const text = body ? Buffer.from(body, 'base64').toString() : path
  return `${name}:\n${text}`
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return null
  }
}
