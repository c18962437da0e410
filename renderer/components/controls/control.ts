import type { ReactNode } from 'react'
import type { Kind, KindName, KindValues, StoreWords } from '../../../electron/shared/fields/kind'

/** What is typed into boxes and is no value yet, by field path: `price`, `dimensions.length`. */
export type TypedTexts = {
  at(path: string): string | undefined
  /** Null: the box holds a value again. */
  set(path: string, text: string | null): void
  problemAt(path: string): string | undefined
  /** Whether something at the path or within it wants to be mended. */
  isWrong(path: string): boolean
  /** All that stands in the boxes within a path, by their own paths. */
  within(path: string): Readonly<Record<string, string>>
}

/** Texts that change together with a value: what stands in boxes from now on, null for those that hold a value again or are gone. */
export type TextsSet = Readonly<Record<string, string | null>>

export const isWithin = (path: string, field: string): boolean => path === field || path.startsWith(`${field}.`)

export const textsWithin = (texts: Readonly<Record<string, string>>, path: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts).filter(([at]) => at.startsWith(`${path}.`)))

export type ControlProps<Value = unknown> = {
  path: string
  label: string
  kind: Kind<Value>
  value: Value
  /** What the store has. */
  saved: Value
  /** `texts` go with the value in one act, such as those of a line that is moved. */
  onChange: (value: Value, texts?: TextsSet) => void
  words: StoreWords
  texts: TypedTexts
  readOnly: boolean
  /** A sentence; undefined when the value is fine. */
  error?: string
  hint?: ReactNode
  placeholder?: string
  /** What a text is written in, where that is not the store's first language. */
  lang?: string
  required?: boolean
  /** What stands around it says what it is: the label is for those who hear it. */
  isLabelHidden?: boolean
  /** Makes what a reference can point to, and points to it; why not, as a sentence, where that failed. */
  onMake?: (name: string) => Promise<string | null>
  /** What there is to say under one of several values, by its name. */
  noteAt?: (name: string) => ReactNode
  /** What stands in the box of one of several values, by its name. */
  besideAt?: (name: string) => ReactNode
  /** Of a value that consists of several under names, those that stand here; of a reference, what it can point to. */
  only?: readonly string[]
  /** Within something that closes by a click outside of it: what it opens must stay inside. */
  isInPopover?: boolean
}

export type PropsOf<Name extends KindName> = ControlProps<KindValues[Name]>

/** For a box of Mantine's. */
export const labelOf = ({ label, isLabelHidden }: Pick<ControlProps, 'label' | 'isLabelHidden'>) =>
  isLabelHidden ? { 'aria-label': label } : { label }

/** Label, box, what is wrong, then what explains it. */
export const wrapperOrder: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description']
