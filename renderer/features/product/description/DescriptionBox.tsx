import { Input, SegmentedControl, Textarea } from '@mantine/core'
import { useId, useMemo, useState } from 'react'
import type { DescriptionSlot } from '../../../components/description-slot'
import classes from './description.module.css'
import { HtmlPreview } from './HtmlPreview'
import { foreignParts, isRepresentable } from './representable'
import { RichEditor } from './RichEditor'

/** Rich text, or the source: always the source where the editor could not keep everything. */
export function DescriptionBox({ connectionId, of, label, lang, value, readOnly, onChange }: DescriptionSlot) {
  const [view, setView] = useState<'rich' | 'source'>('rich')
  // Asked for every keystroke in the source; in the rich view the editor wrote the value itself.
  const [written, setWritten] = useState<string | null>(null)
  const fits = useMemo(() => value === written || isRepresentable(value), [value, written])
  const shown = fits ? view : 'source'
  const id = useId()

  return (
    <div className={classes.field}>
      <div className={classes.head}>
        <Input.Label labelElement="div" id={id}>
          {label}
        </Input.Label>
        <SegmentedControl
          aria-label="How the description is edited"
          value={shown}
          onChange={(next) => setView(next as 'rich' | 'source')}
          data={[
            { value: 'rich', label: 'Text', disabled: !fits },
            { value: 'source', label: 'Source' },
          ]}
        />
      </div>
      {shown === 'rich' ? (
        <RichEditor
          connectionId={connectionId}
          of={of}
          value={value}
          label={label}
          lang={lang}
          readOnly={readOnly}
          onEdit={(html) => {
            setWritten(html)
            onChange(html)
          }}
        />
      ) : (
        <>
          {!fits && <p className={classes.why}>{whyOf(value)}</p>}
          <Textarea
            aria-labelledby={id}
            lang={lang}
            value={value}
            readOnly={readOnly}
            autosize
            minRows={6}
            maxRows={20}
            spellCheck={false}
            classNames={{ input: classes.source }}
            onChange={(event) => onChange(event.target.value)}
          />
          {value.trim() !== '' && (
            <>
              <span className={classes.previewLabel}>Preview</span>
              <HtmlPreview html={value} connectionId={connectionId} label={`Preview: ${label}`} />
            </>
          )}
        </>
      )}
    </div>
  )
}

function whyOf(html: string): string {
  const parts = foreignParts(html)
  const what = parts.length > 0 ? ` (${parts.join(', ')})` : ''
  return `This description has formatting that the text editor cannot keep${what}, so it is edited as source and nothing gets lost.`
}
