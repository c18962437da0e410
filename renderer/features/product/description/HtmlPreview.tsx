import { Anchor } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { countOf } from '../../../../electron/shared/words/counts'
import classes from './description.module.css'
import { previewNotes } from './preview-notes'
import { previewPage } from './preview-page'
import { safeHtml } from './safe-html'
import { usePreviewFrame } from './use-preview-frame'

type Props = { html: string; connectionId: string; label: string }

/** The description as a shopper would see it, in a frame that runs nothing and asks nobody for anything: the window alone may look into it. */
export function HtmlPreview({ html, connectionId, label }: Props) {
  const [isLoading, setLoading] = useState(false)
  const frame = useRef<HTMLIFrameElement>(null)
  const safe = useMemo(() => safeHtml(html, connectionId, isLoading), [html, connectionId, isLoading])
  const notes = useMemo(() => previewNotes(html), [html])
  const { missing, onLoad } = usePreviewFrame(frame, safe)
  return (
    <>
      <div className={classes.preview}>
        <iframe ref={frame} title={label} sandbox="allow-same-origin" srcDoc={previewPage} onLoad={onLoad} />
      </div>
      <p className={classes.why}>{notes}</p>
      {missing > 0 && (
        <p className={classes.why}>
          {sentenceOf(missing, isLoading)}{' '}
          {!isLoading && (
            <Anchor component="button" type="button" fz="inherit" onClick={() => setLoading(true)}>
              {missing === 1 ? 'Load it' : 'Load them'}
            </Anchor>
          )}
        </p>
      )}
    </>
  )
}

function sentenceOf(missing: number, wasLoaded: boolean): string {
  const pictures = countOf(missing, 'picture')
  if (wasLoaded) return `${pictures} could not be loaded. The shop may still show ${missing === 1 ? 'it' : 'them'}.`
  return `${pictures} ${missing === 1 ? 'is' : 'are'} not on this computer yet.`
}
