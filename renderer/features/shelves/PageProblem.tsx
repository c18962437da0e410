import { shelfProblem, useShelfStore } from '../../stores/shelf-store'
import { ShelfNotes } from './ShelfField'
import classes from './shelves.module.css'

/** Why the open page could not be read or saved, and what concerns all of it. */
export function PageProblem() {
  const problem = useShelfStore(shelfProblem)
  return (
    <>
      {problem && (
        <p className={classes.problem} role="alert">
          {problem.message}
        </p>
      )}
      <ShelfNotes field={null} />
    </>
  )
}
