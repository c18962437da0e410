import { useEffect, useEffectEvent } from 'react'
import { tellNotAllowed } from '../../components/notify'
import { leftOutOfTextSentence } from '../../format/not-taken'
import { leftOutOfText, picturesIn } from '../../stores/dropped-pictures'
import { isPlainTextPlace, isTextPlace } from '../../stores/text-place'
import { useWhyNot } from './why-nothing-here'

/** Answers a picture that was pasted where nothing takes one. What takes it, a Media tab or a description, has said so by then. */
export function usePasteAnywhere(): void {
  const whyNot = useWhyNot()
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const { clipboardData, target } = event
    if (event.defaultPrevented || !clipboardData) return
    if (isTextPlace(target)) {
      const what = isPlainTextPlace(target) ? leftOutOfText(clipboardData) : null
      return tellNotAllowed(what && leftOutOfTextSentence(what, 'pasted'))
    }
    const { files, urls, notTaken = 'nothing' } = picturesIn(clipboardData)
    if (files.length + urls.length === 0 && notTaken === 'nothing') return
    tellNotAllowed(whyNot('pasted') ?? noPlace)
  })
  useEffect(() => {
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [])
}

const noPlace =
  'Nothing here takes what was pasted, so nothing was added. Open the Media tab of a product and paste it there.'
