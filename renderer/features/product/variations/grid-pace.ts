import { createScrollPace } from '../../../components/scroll-pace'

/** Of the table of variations. */
export const { noteTopRow, useAtRest } = createScrollPace()
