import { IconArrowRight } from '@tabler/icons-react'
import { Fragment } from 'react'
import { wordDiff, type DiffPart } from '../../format/word-diff'
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
  if (line.kind === 'difference') {
    const Mark = line.difference.startsWith('+') ? 'ins' : 'del'
    return (
      <>
        <Mark data-difference>{line.difference}</Mark>
        <span className={classes.nothing}>
          {line.before} <Arrow /> {line.after}
        </span>
      </>
    )
  }
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
  return <MarkedWords parts={wordDiff(before, after)} />
}

/** A comparison in running text: what went is struck, what came is marked. */
export function MarkedWords({ parts }: { parts: DiffPart[] }) {
  return (
    <span className={classes.text}>
      {parts.map(({ kind, text }, index) => (
        <Fragment key={index}>
          {index > 0 && ' '}
          {kind === 'removed' ? <del>{text}</del> : kind === 'added' ? <ins>{text}</ins> : text}
        </Fragment>
      ))}
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
