import { foldText } from './fold-text'

/** Whether a text has everything that was typed between spaces, anywhere: how lists to choose from are narrowed. */
export function holdsWords(text: string, typed: string): boolean {
  const folded = foldText(text)
  return foldText(typed)
    .split(/\s+/)
    .every((part) => folded.includes(part))
}
