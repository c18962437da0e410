import { useId, type ReactNode } from 'react'
import classes from './product.module.css'

type Props = { title: string; children: ReactNode; note?: ReactNode }

/** A quiet group of fields under a heading. */
export function Section({ title, children, note }: Props) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h3 className={classes.sectionTitle} id={id}>
        {title}
      </h3>
      {note && <p className={classes.sectionNote}>{note}</p>}
      {children}
    </section>
  )
}
