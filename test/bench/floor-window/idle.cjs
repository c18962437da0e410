// An engine or a reader with nothing to do.
require('libsql')
process.parentPort.on('message', () => {})
