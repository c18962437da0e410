import { isOfFiles, isOfPictures, isOfVariations, isOfVideos, setsOwnPicture, type Act } from '../shared/change-address'
import { addedPictureSchema, ownPictureSchema, type ChangeRecord } from '../shared/change-record'
import { noWords } from '../shared/fields/kind'
import { labelOf, newThing, shownField } from '../shared/fields/shown'

/** A change in a few words, for lists outside the Changes screen: without the names that a store gives to ids. */
export function describeChange(change: Described): string {
  if (setsOwnPicture(change)) {
    const { source, key } = ownPictureSchema.parse(change.after)
    const isSame = key !== undefined && ownPictureSchema.safeParse(change.before).data?.key === key
    const picture = isSame ? 'Alt text of the picture' : source ? 'New picture' : 'No picture'
    return change.thing === 'category' ? picture : `${picture} of ${change.entry || 'a variation'}`
  }
  if (isOfVariations(change) && change.verb !== 'set') {
    const name = change.entry ?? ''
    return change.verb === 'add' ? `New variation ${name}` : `Variation ${name} removed`
  }
  if (isOfVideos(change)) {
    const name = change.entry ?? ''
    return change.verb === 'add' ? `New video ${name}` : `Video ${name} removed`
  }
  if (isOfFiles(change) && change.verb !== 'set') {
    const name = change.entry ?? ''
    return change.verb === 'add' ? `New file ${name}` : `File ${name} removed`
  }
  return isOfPictures(change) ? describePictures(change) : describeThing(change)
}

type Described = Act & Pick<ChangeRecord, 'after'> & Partial<Pick<ChangeRecord, 'entry' | 'before'>>

function describeThing(change: Described): string {
  const { thing, verb, after } = change
  if (verb !== 'set') return verb === 'create' ? newThing[thing] : 'Deleted'
  const label = labelOf(change)
  return typeof after === 'object' && after !== null ? label : `${label} → ${short(shownField(change, after, noWords))}`
}

function describePictures({ verb, after }: Described): string {
  if (verb === 'remove') return 'Picture removed'
  if (verb === 'order') return 'Pictures in another order'
  if (verb === 'set') return `Alt text → ${short(String(after))}`
  const { fileName, role } = addedPictureSchema.parse(after)
  return `${role === 'main' ? 'New main picture' : 'New picture'}${fileName && ` ${fileName}`}`
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
