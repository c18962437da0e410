import { parseArgs } from 'node:util'
import type { DemoStoreOptions } from './demo-store'

const usage =
  'Usage: demo-store [--port N] [--store-id 1003] [--products 60] [--seed 1] [--rate-limit 600] [--index-lag 0] [--state FILE]'

/** Thrown with a sentence for the person who typed the command. */
export class CommandLineError extends Error {}

/** Options from the command line; the rate limit counts calls a minute, the lag is in milliseconds. */
export function readCommandLine(args: readonly string[]): DemoStoreOptions {
  const string = { type: 'string' } as const
  const flags = {
    port: string,
    'store-id': string,
    products: string,
    seed: string,
    'rate-limit': string,
    'index-lag': string,
    state: string,
  }
  const values = parse(args, flags)
  const number = (name: Exclude<keyof typeof flags, 'state'>, min: number, max: number, fallback: number): number => {
    const text = values[name]
    if (text === undefined) return fallback
    const value = Number(text)
    if (!/^\d+$/.test(text) || value < min || value > max) {
      throw new CommandLineError(`--${name} needs a whole number from ${min} to ${max}, not "${text}".\n${usage}`)
    }
    return value
  }
  return {
    port: number('port', 0, 65535, 0),
    storeId: number('store-id', 1, 2147483647, 1003),
    products: number('products', 0, 1_000_000, 60),
    seed: number('seed', 0, 2147483647, 1),
    rateLimitPerMinute: number('rate-limit', 0, 1_000_000, 600),
    indexLagMs: number('index-lag', 0, 3_600_000, 0),
    ...(values.state === undefined ? {} : { stateFile: values.state }),
  }
}

function parse(args: readonly string[], options: NonNullable<Parameters<typeof parseArgs>[0]>['options']) {
  try {
    return parseArgs({ args: [...args], options }).values as Record<string, string | undefined>
  } catch (error) {
    throw new CommandLineError(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}
