import type { ReactNode } from 'react'
import classes from './Section.module.css'

type Props = { title: string; children: ReactNode; note?: ReactNode }

/** A quiet group of fields under a heading. */
export function Section({ title, children, note }: Props) {
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>{title}</h3>
      {note && <p className={classes.note}>{note}</p>}
      {children}
    </section>
  )
}
