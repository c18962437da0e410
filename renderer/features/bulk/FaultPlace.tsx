import type { PatternFault } from '../../../electron/shared/text-pattern'
import classes from './bulk.module.css'

/** The pattern with what stands for nothing in it marked. The sentence at its box says the same. */
export function FaultPlace({ pattern, fault: { from, to } }: { pattern: string; fault: PatternFault }) {
  return (
    <code className={classes.fault} aria-hidden>
      {pattern.slice(0, from)}
      <mark>{pattern.slice(from, to)}</mark>
      {pattern.slice(to)}
    </code>
  )
}
