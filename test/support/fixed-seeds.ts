import fc from 'fast-check'

// A test that tries other values each time proves less when it passes, and cannot be repeated when it fails. New seeds are for
// `npm run soak`, which prints them.
fc.configureGlobal({ seed: Number(process.env.STOCKROOM_SEED ?? 20_261_128) })
