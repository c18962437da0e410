import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { errorText } from '../wire/error-text'

export type Log = {
  info: (text: string) => void
  /** With the error's stack and whatever caused it. */
  error: (text: string, error?: unknown) => void
}

export type LogOptions = {
  file: string
  /** Older lines move to `file`.1, `.2`, … when a file is full. */
  maxBytes?: number
  keep?: number
  now?: () => number
}

/** Appends lines to a file. Keys are taken out of every line, and a full disk never stops the program. */
export function createLog({ file, maxBytes = 1_000_000, keep = 3, now = Date.now }: LogOptions): Log {
  let size = sizeOf(file)

  const write = (level: string, text: string) => {
    const line = `${new Date(now()).toISOString()} ${level} ${withoutKeys(text).replace(/\r?\n/g, '\n    ')}\n`
    const bytes = Buffer.byteLength(line)
    try {
      if (size > 0 && size + bytes > maxBytes) {
        rotate(file, keep)
        size = 0
      }
      mkdirSync(dirname(file), { recursive: true })
      appendFileSync(file, line, { mode: 0o600 })
      size += bytes
    } catch {
      // Nowhere to tell it.
    }
  }

  return {
    info: (text) => write('info', text),
    error: (text, error) => write('error', error === undefined ? text : `${text}\n${errorText(error)}`),
  }
}

/** Ecwid's keys, wherever they stand in a text. */
export function withoutKeys(text: string): string {
  return text
    .replace(/(Bearer\s+)\S+/gi, '$1[removed]')
    .replace(/([?&]token=)[^&\s]+/gi, '$1[removed]')
    .replace(/(secret|public)_\w+/gi, '$1_[removed]')
}

function rotate(file: string, keep: number): void {
  rmSync(`${file}.${keep}`, { force: true })
  for (let age = keep - 1; age >= 0; age -= 1) {
    const from = age === 0 ? file : `${file}.${age}`
    if (sizeOf(from) > 0) renameSync(from, `${file}.${age + 1}`)
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size
  } catch {
    return 0
  }
}
