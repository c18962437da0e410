import { createScrollPace } from '../../components/scroll-pace'

/** Of the list of products. */
export const { noteTopRow, noteAnswer, useAtRest } = createScrollPace()
