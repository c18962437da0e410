import type { DragEvent } from 'react'
import { z } from 'zod'
import { create } from 'zustand'

const kind = 'application/x-stockroom-product'
const productsSchema = z.array(z.object({ id: z.number(), name: z.string() })).min(1)
export type DraggedProducts = z.infer<typeof productsSchema>

/** How many products are under way, for what is only there to drop them on. */
export const useDraggedProducts = create<{ count: number }>(() => ({ count: 0 }))

/** What is dragged are products, which can be put in their place or into a category. `count`: of all that they stand for. */
export function dragProducts({ dataTransfer }: DragEvent, products: DraggedProducts, count = products.length): void {
  dataTransfer.effectAllowed = 'copyMove'
  dataTransfer.setData(kind, JSON.stringify(products.map(({ id, name }) => ({ id, name }))))
  // The browser ends a drag whose window changes while it begins.
  requestAnimationFrame(() => useDraggedProducts.setState({ count }))
}

export const endDraggedProducts = (): void =>
  void requestAnimationFrame(() => useDraggedProducts.setState({ count: 0 }))

export const carriesProducts = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(kind)

/** Of a drop: while something is dragged nobody may read what. */
export const productsIn = ({ dataTransfer }: DragEvent): DraggedProducts =>
  productsSchema.parse(JSON.parse(dataTransfer.getData(kind)))
