import { holdsWords } from '../../electron/shared/holds-words'

/** Narrows a box of options by the rule by which texts are alike everywhere. None of its boxes has groups. */
export function optionsThatHold<Option extends object>(asked: {
  options: Option[]
  search: string
  limit: number
}): Option[] {
  const found: Option[] = []
  for (const option of asked.options) {
    if (found.length >= asked.limit) break
    if ('label' in option && holdsWords(String(option.label), asked.search)) found.push(option)
  }
  return found
}
