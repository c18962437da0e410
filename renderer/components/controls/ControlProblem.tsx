import classes from './controls.module.css'

/** What is wrong with a value that has no box of its own. */
export function ControlProblem({ error }: { error: string | undefined }) {
  if (!error) return null
  return (
    <p className={classes.error} role="alert">
      {error}
    </p>
  )
}
