import { holdsWords } from '../../electron/shared/holds-words'

/** Narrows a box of options, in groups or not, by the rule by which texts are alike everywhere. */
export function optionsThatHold<Option extends object>(asked: {
  options: Option[]
  search: string
  limit: number
}): Option[] {
  const found: Option[] = []
  let left = asked.limit
  for (const option of asked.options) {
    if (left <= 0) break
    if ('items' in option && Array.isArray(option.items)) {
      const items = optionsThatHold({ ...asked, options: option.items as Option[], limit: left })
      left -= items.length
      if (items.length > 0) found.push({ ...option, items })
    } else if ('label' in option && holdsWords(String(option.label), asked.search)) {
      left -= 1
      found.push(option)
    }
  }
  return found
}
