import type { ReactNode } from 'react'

export function ProductPane({ media }: { media: (productId: number) => ReactNode }) {
  void media
  return null
}
