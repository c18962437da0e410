import { Typography } from '@mantine/core'
import { useMemo, type MouseEvent } from 'react'
import { call } from '../../../bridge'
import classes from './description.module.css'
import { safeHtml } from './safe-html'

/** The description as a shopper would see it, with nothing in it that could act. */
export function HtmlPreview({ html, connectionId }: { html: string; connectionId: string }) {
  const safe = useMemo(() => safeHtml(html, connectionId), [html, connectionId])
  return (
    // The links inside have the keyboard's way in; the box itself only catches their clicks.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div className={classes.preview} onClick={followOutside}>
      {/* oxlint-disable-next-line react/no-danger -- sanitised above */}
      <Typography>
        <div dangerouslySetInnerHTML={{ __html: safe }} />
      </Typography>
    </div>
  )
}

/** A link opens in the person's browser, never in this window. */
function followOutside(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link) return
  event.preventDefault()
  const url = link.getAttribute('href') ?? ''
  if (url.startsWith('https://')) void call('app.openExternal', { url }).catch(() => {})
}
