import { IconArrowRight } from '@tabler/icons-react'
import { textDiff } from '../../format/text-diff'
import classes from './changes.module.css'
import type { DiffLine } from './diff-lines'
import { SmallPictures } from './SmallPictures'

/** Field, before, after. */
export function DiffLineView({ connectionId, line }: { connectionId: string; line: DiffLine }) {
  return (
    <div className={classes.line}>
      <span className={classes.label}>{line.label}</span>
      <span className={classes.values}>
        <Values connectionId={connectionId} line={line} />
      </span>
    </div>
  )
}

function Values({ connectionId, line }: { connectionId: string; line: DiffLine }) {
  if (line.kind === 'sentence') return <span>{line.text}</span>
  if (line.kind === 'text') return <TextChange before={line.before} after={line.after} />
  if (line.kind === 'pictures') {
    return (
      <>
        {line.before.length > 0 && <SmallPictures connectionId={connectionId} sources={line.before} faded />}
        {line.before.length > 0 && <Arrow />}
        {line.after.length > 0 ? (
          <SmallPictures connectionId={connectionId} sources={line.after} />
        ) : (
          <span className={classes.nothing}>removed</span>
        )}
        {line.alt && <span className={classes.nothing}>{line.alt}</span>}
      </>
    )
  }
  return (
    <>
      {line.before === '' ? <span className={classes.nothing}>nothing</span> : <del>{line.before}</del>}
      <Arrow />
      {line.after === '' ? <span className={classes.nothing}>nothing</span> : <ins>{line.after}</ins>}
    </>
  )
}

function TextChange({ before, after }: { before: string; after: string }) {
  const { start, removed, added, end } = textDiff(before, after)
  return (
    <span className={classes.text}>
      {start} {removed && <del>{removed}</del>} {added && <ins>{added}</ins>} {end}
    </span>
  )
}

function Arrow() {
  return (
    <>
      <IconArrowRight size={14} className={classes.arrow} aria-hidden />
      <span className="visually-hidden">becomes</span>
    </>
  )
}
