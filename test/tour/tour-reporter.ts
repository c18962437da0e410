import type { Reporter } from '@playwright/test/reporter'

/** Prints what the tour says, and why it stopped if it did. Playwright wants a reporter as the default export. */
export default class TourReporter implements Reporter {
  printsToStdio() {
    return true
  }

  onStdOut(chunk: string | Buffer) {
    process.stdout.write(chunk)
  }

  onError(error: { stack?: string; message?: string }) {
    console.error(error.stack ?? error.message)
  }

  onTestEnd(...[, result]: Parameters<NonNullable<Reporter['onTestEnd']>>) {
    for (const error of result.errors) console.error(error.stack ?? error.message)
  }
}
