import { useProductStore } from '../../stores/product-store'

/** Whether shoppers see a video first, in the place of a main picture. */
export const useMainVideo = (): boolean =>
  useProductStore(({ open }) => open?.detail?.videos.some(({ isMain }) => isMain) ?? false)
