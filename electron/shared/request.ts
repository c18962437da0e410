import type { z } from 'zod'

/** A call: the schema of its input, and the type of its answer. */
export const request =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): { input: Input; output: (value: Output) => void } => ({
    input,
    output: () => {},
  })
