import type { Reason } from '../shared/errors'
import { says } from '../shared/sentence'

/** A picture that is not among those that can be read may still be in the store. */
export const pictureUnread: Reason = { code: 'refused', sentence: says('picture-unread') }
