import { AppError } from '../shared/errors'

/** What was about to be sent has changed, or what it was planned from is too old: nothing was sent, it is planned anew. */
export class PlanAnew extends AppError {
  constructor() {
    super('cancelled', 'This changed before it was sent.')
  }
}
