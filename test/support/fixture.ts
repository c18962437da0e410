import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * A file of test/fixtures/pictures. They show four quarters, 48 x 32 in all: red and green above blue and white. Made with
 * libheif's and ImageMagick's command line tools, which the tests do without.
 */
export function fixture(name: string): Buffer {
  return readFileSync(resolve('test/fixtures/pictures', name))
}
