import type { RemoteImage } from './remote-product'

/** Ecwid renumbers pictures when the main one changes; the address of the original stays with the picture. */
export const pictureKey = (image: RemoteImage): string => image.imageOriginalUrl ?? image.image1500pxUrl ?? image.id

/** A store that moves its pictures to another host has not changed them. */
export const withoutHost = (key: string): string => key.replace(/^https?:\/\/[^/]+/, '')

/** Two names of one picture of the store. */
export const sameKey = (one: string, other: string): boolean => one === other || withoutHost(one) === withoutHost(other)
