import type { DragEvent } from 'react'
import { z } from 'zod'

const kind = 'application/x-stockroom-product'
const productSchema = z.object({ id: z.number(), name: z.string() })
export type DraggedProduct = z.infer<typeof productSchema>

/** What is dragged is a product, which can be put in its place or into another category. */
export function dragProduct({ dataTransfer }: DragEvent, { id, name }: DraggedProduct): void {
  dataTransfer.effectAllowed = 'copyMove'
  dataTransfer.setData(kind, JSON.stringify({ id, name }))
}

export const carriesProduct = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(kind)

/** Of a drop: while something is dragged nobody may read what. */
export const productIn = ({ dataTransfer }: DragEvent): DraggedProduct =>
  productSchema.parse(JSON.parse(dataTransfer.getData(kind)))
