/** Chromium refuses to sandbox for root; for nobody else is the sandbox ever left out. */
export function electronArguments(...args) {
  return process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox', ...args] : args
}
