import { AppError } from '../shared/errors'

const restMs = 500
const windowMs = 60_000
const atMostInWindow = 20

/** Opens links in the browser at a person's pace: nothing that runs in the window can flood the screen with pages. */
export function createLinkOpener(open: (url: string) => Promise<void>, now: () => number) {
  let opened: number[] = []
  return async (url: string): Promise<void> => {
    opened = opened.filter((at) => now() - at < windowMs && at <= now())
    const last = opened.at(-1)
    if (opened.length >= atMostInWindow || (last !== undefined && now() - last < restMs)) {
      throw new AppError(
        'invalid-input',
        'Many links were opened in a short time, so this one was not. Click it again in a moment.',
      )
    }
    if (new URL(url).protocol !== 'https:') throw new AppError('invalid-input', 'Only links with https:// are opened.')
    opened.push(now())
    await open(url)
  }
}
