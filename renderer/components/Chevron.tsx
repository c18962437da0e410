import { IconChevronRight } from '@tabler/icons-react'
import classes from './chevron.module.css'

/** Beside what it opens: to the right while that is folded, down once it is open. */
export const Chevron = ({ isOpen, size = 16 }: { isOpen: boolean; size?: number }) => (
  <IconChevronRight size={size} className={classes.chevron} data-open={isOpen} aria-hidden />
)
