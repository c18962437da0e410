import { spawn } from 'node:child_process'
import { projectRoot } from '../setup/paths.mjs'

const running = new Set()

/**
 * Runs a tool of node_modules to its end and collects what it prints; lines that `show` accepts are printed at once.
 * After `minutes`, which are for what hangs, it is ended together with all it started, which counts as a failure.
 */
export function runTool(script, args, { env, minutes = 15, show = () => false }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: projectRoot,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    })
    running.add(child)
    let output = ''
    let rest = ''
    const take = (chunk) => {
      output += chunk
      const lines = (rest + chunk).split('\n')
      rest = lines.pop()
      for (const line of lines) if (show(line)) console.log(`  ${line.trim()}`)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    const limit = setTimeout(() => {
      output += `\nEnded after ${minutes} minutes.`
      end(child)
    }, minutes * 60_000)
    child.on('close', (code) => {
      clearTimeout(limit)
      running.delete(child)
      resolve({ code: code ?? 1, output })
    })
  })
}

export function stopEverything() {
  for (const child of running) end(child)
}

function end(child) {
  try {
    if (process.platform === 'win32') child.kill()
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // it ended by itself just now
  }
}
