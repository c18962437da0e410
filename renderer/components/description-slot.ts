import type { ReactNode } from 'react'

export type DescribedThing = 'product' | 'category'

/** What the editor of descriptions is given. */
export type DescriptionSlot = {
  connectionId: string
  /** Whose it is. */
  of: DescribedThing
  label: string
  /** What it is written in, where that is not the store's first language. */
  lang?: string
  value: string
  readOnly: boolean
  onChange: (html: string) => void
}

/** The editor of descriptions, which the app puts in. */
export type Description = (props: DescriptionSlot) => ReactNode
