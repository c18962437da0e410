import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { Modal } from '../../overlays/Modal'
import { Question } from '../../overlays/Question'
import { closeAltTexts, openAltTextsOfList, useAltTextsStore } from '../../stores/alt-texts-store'
import { useCommand } from '../../stores/command-store'
import { useViewStore } from '../../stores/view-store'
import { forgetTyped } from './alt-actions'
import { AltTexts } from './AltTexts'
import { countOf } from './alt-words'
import classes from './alt-texts.module.css'

/** Alt texts for the pictures of many products at once; opened from the list, the pictures or the menu. */
export function AltTextsDialog() {
  const about = useAltTextsStore((state) => state.about)
  const typed = useAltTextsStore((state) => Object.keys(state.edits).length)
  useCommand('alt-texts', openForList)
  const isNarrow = useMediaQuery('(max-width: 899.98px)', false, { getInitialValueInEffect: false })
  const [isAsked, setAsked] = useState(false)
  // The dialog fades out with what it showed.
  const [last, setLast] = useState(about)
  if (about && about !== last) setLast(about)
  const close = () => (typed > 0 ? setAsked(true) : closeAltTexts())
  return (
    <>
      <Modal
        opened={about !== null}
        onClose={close}
        title="Alt texts"
        size="min(1080px, calc(100vw - 48px))"
        fullScreen={isNarrow}
        closeOnClickOutside={false}
        classNames={{ content: classes.content, body: classes.body }}
      >
        {last && <AltTexts key={JSON.stringify(last)} {...last} isNarrow={isNarrow} onClose={close} />}
      </Modal>
      <Question
        opened={isAsked}
        title="Close without writing?"
        zIndex={400}
        no="Go on"
        onNo={() => setAsked(false)}
        yes={{
          label: 'Close without writing',
          act() {
            setAsked(false)
            forgetTyped()
          },
        }}
      >
        {`${countOf(typed, 'alt text')} that you typed would be lost. Nothing in your store changes.`}
      </Question>
    </>
  )
}

function openForList(): void {
  const { connectionId } = useViewStore.getState()
  if (connectionId) openAltTextsOfList(connectionId)
}
