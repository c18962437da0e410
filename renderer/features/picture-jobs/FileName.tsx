import classes from './file-name.module.css'

/** With its end where it is too long: `MUG-12_1.jpg` and `MUG-12_2.jpg` differ there. */
export function FileName({ name, className }: { name: string; className?: string | undefined }) {
  const cut = name.length > 12 && !rightToLeft.test(name) ? name.length - 7 : name.length
  return (
    <span className={[classes.name, className].filter(Boolean).join(' ')} title={name}>
      <bdi className={classes.start}>{name.slice(0, cut)}</bdi>
      {cut < name.length && <bdi className={classes.end}>{name.slice(cut)}</bdi>}
    </span>
  )
}

/** Its parts change places, so that it can only be cut as a whole. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
