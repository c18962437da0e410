import { describe, expect, it } from 'vitest'
import { readCommandLine } from '../../../../electron/demo-store/cli-options'

describe('the command line of the demo store', () => {
  it('has a default for everything', () => {
    expect(readCommandLine([])).toEqual({
      port: 0,
      storeId: 1003,
      products: 60,
      seed: 1,
      rateLimitPerMinute: 600,
      indexLagMs: 0,
    })
  })

  it('reads every flag', () => {
    const args = '--port 4000 --store-id 5 --products 10 --seed 3 --rate-limit 0 --index-lag 1500 --state a.json'
    expect(readCommandLine(args.split(' '))).toEqual({
      port: 4000,
      storeId: 5,
      products: 10,
      seed: 3,
      rateLimitPerMinute: 0,
      indexLagMs: 1500,
      stateFile: 'a.json',
    })
  })

  it.each([
    [['--port', '70000']],
    [['--products', 'many']],
    [['--seed', '-1']],
    [['--wat']],
    [['extra']],
    [['--port']],
  ])('says what is wrong with %j', (args) => {
    expect(() => readCommandLine(args)).toThrow(/Usage: demo-store/)
  })
})
