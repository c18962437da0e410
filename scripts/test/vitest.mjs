import { readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { projectRoot, reportFile, tool } from '../setup/paths.mjs'
import { runTool } from './run-check.mjs'

/** Runs the tests of these projects of vitest.config.mts and counts them one by one. */
export async function runVitest(kind, { env, filters, minutes, projects = [kind] }) {
  console.log(`${kind} ...`)
  const report = reportFile(`${kind}.json`)
  rmSync(report, { force: true })
  const { code, output } = await runTool(
    tool('vitest/vitest.mjs'),
    [
      'run',
      ...projects.map((project) => `--project=${project}`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...filters,
    ],
    { env, minutes, show: (line) => / test\/\S+\.test\.tsx? /.test(line) },
  )
  const files = read(report)
  if (!files) return { passed: 0, failed: 1, skipped: 0, failures: [{ title: 'the test run', text: output }] }

  const tests = files.flatMap((file) => file.assertionResults)
  const failures = files.flatMap(failuresOf)
  // An error outside of any test (an unhandled rejection) fails the run though every test passed.
  if (code !== 0 && failures.length === 0) failures.push({ title: 'outside of any test', text: output })
  const count = (...states) => tests.filter((test) => states.includes(test.status)).length
  return { passed: count('passed'), failed: failures.length, skipped: count('skipped', 'pending', 'todo'), failures }
}

function failuresOf(file) {
  const failed = file.assertionResults.filter((test) => test.status === 'failed')
  const name = relative(projectRoot, file.name)
  if (failed.length === 0 && file.status === 'failed') return [{ title: name, text: file.message }]
  return failed.map((test) => ({ title: `${name} > ${test.fullName}`, text: test.failureMessages.join('\n') }))
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8')).testResults
  } catch {
    return null
  }
}
