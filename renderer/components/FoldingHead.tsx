import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { Chevron } from './Chevron'
import classes from './folding-cards.module.css'

type Props = {
  title: string
  /** Below its title. */
  about: ReactNode
  isOpen: boolean
  /** The id of what it opens. */
  controls: string
  onTurn: () => void
  /** Beside it: what can be done. */
  children: ReactNode
}

/** The head of a card of a list: its words open what is below. */
export function FoldingHead({ title, about, isOpen, controls, onTurn, children }: Props) {
  return (
    <div className={classes.head}>
      <UnstyledButton className={classes.toggle} aria-expanded={isOpen} aria-controls={controls} onClick={onTurn}>
        <Chevron isOpen={isOpen} />
        <span className={classes.words}>
          <span className={classes.title}>{title}</span>
          {about}
        </span>
      </UnstyledButton>
      {children}
    </div>
  )
}
