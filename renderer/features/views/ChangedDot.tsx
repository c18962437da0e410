import classes from './views.module.css'

/** What is shown is not what the view keeps. */
export function ChangedDot() {
  return (
    <span className={classes.dot}>
      <span className="visually-hidden">(changed)</span>
    </span>
  )
}
