export const isMac = /Mac/.test(globalThis.navigator?.platform ?? '')

const names: Record<string, string> = isMac
  ? { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥', Backspace: '⌫', Up: '↑', Down: '↓', Left: '←', Right: '→' }
  : { CmdOrCtrl: 'Ctrl', Up: '↑', Down: '↓', Left: '←', Right: '→' }

/** The keys of an accelerator as they stand on this computer's keyboard: `CmdOrCtrl+N` is Ctrl, N. */
export function keyLabels(accelerator: string): string[] {
  return accelerator.split('+').map((key) => names[key] ?? key)
}
