import { useSaid } from './said'

/** Says what was typed, pasted and copied, after what the focus says by itself. */
export function SheetVoice() {
  const { sentence, times } = useSaid()
  return (
    <output aria-label="Done in the sheet" aria-live="polite" className="visually-hidden">
      <span key={times}>{sentence}</span>
    </output>
  )
}
