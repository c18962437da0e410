import type { ReactNode } from 'react'
import classes from './product.module.css'

type Props = { title: string; children: ReactNode; note?: ReactNode }

/** A quiet group of fields under a heading. */
export function Section({ title, children, note }: Props) {
  return (
    <section className={classes.section}>
      <h3 className={classes.sectionTitle}>{title}</h3>
      {note && <p className={classes.sectionNote}>{note}</p>}
      {children}
    </section>
  )
}
