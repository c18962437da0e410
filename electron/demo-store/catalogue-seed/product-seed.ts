import type { ClassKey } from './class-seed'
import type { DrawingName } from '../drawings/draw-picture'

export type OptionSeed =
  'color' | 'mug-volume' | 'size' | 'towel-size' | 'print-size' | 'engraving' | 'gift-wrap' | 'scent'

/** A demo product in short form; what it leaves out follows from its place in the list. */
export type ProductSeed = {
  sku: string
  en: string
  de: string
  price: number
  drawing: DrawingName
  palette: number
  categories: readonly string[]
  text: string
  textDe?: string
  brand: string
  weight: number
  /** Pictures; 0 = none. */
  pictures: number
  stock: number | 'unlimited'
  kind?: ClassKey
  compareTo?: number
  cost?: number
  subtitle?: string
  ribbon?: readonly [en: string, de: string, color: string]
  options?: readonly OptionSeed[]
  variations?: true
  attributes?: Readonly<Record<string, string>>
  enabled?: false
  frontPage?: true
  preorder?: true
  wholesale?: true
}
