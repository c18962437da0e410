import type { SoloStep } from './acts'

/** Sequences that once ended otherwise than the screen showed, as short as they got. */
export const earlierFaults: { name: string; steps: SoloStep[] }[] = []
