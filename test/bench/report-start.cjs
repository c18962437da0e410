// Loaded into Electron's main process before the program: prints one line when the window can be used. STOCKROOM_BENCH_READY
// is a selector that has to be on the screen; without one, ready-to-show counts.
const { app } = require('electron')

const selector = process.env.STOCKROOM_BENCH_READY

app.once('browser-window-created', (_event, window) => {
  const ready = new Promise((resolve) => window.once('ready-to-show', resolve))
  const usable = selector
    ? new Promise((resolve) => window.webContents.once('dom-ready', resolve)).then(() =>
        window.webContents.executeJavaScript(`(${untilPainted})(${JSON.stringify(selector)})`),
      )
    : ready
  void Promise.all([ready, usable]).then(() => process.stdout.write('BENCH READY\n'))
})

/** Runs in the page: resolves in the frame after the one that shows the element. */
function untilPainted(wanted) {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(wanted)) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(resolve))
    }
    const observer = new MutationObserver(look)
    observer.observe(document, { subtree: true, childList: true, attributes: true })
    look()
  })
}
