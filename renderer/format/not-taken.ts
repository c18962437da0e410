/**
 * Why nothing was taken. nothing: no picture and no link. several: pictures of a web page without one that is meant. embedded:
 * a picture inside of a text, without an address. elsewhere: a link to no place on the web.
 */
export type NotTaken = 'nothing' | 'several' | 'embedded' | 'elsewhere'

/** What came into a field that holds letters and nothing else. */
export type WhatIsLeftOut = 'picture' | 'file' | 'link'

export type Way = 'dropped' | 'pasted'

export function notTakenSentence(why: NotTaken, way: Way): string {
  switch (why) {
    case 'nothing':
      return way === 'dropped'
        ? 'There is no picture in what was dropped, so nothing was added. Drop picture files, or a picture of a web page.'
        : 'There is no picture in what was pasted, so nothing was added. Copy a picture, picture files or the link to a picture, and paste again.'
    case 'several':
      return `There are several pictures in what was ${way}, and nothing says which of them is meant, so nothing was added. ${way === 'dropped' ? 'Drop' : 'Copy and paste'} them one by one.`
    case 'embedded':
      return `The picture in what was ${way} has no address on the web, so nothing was added. Save it on this computer and drop the file.`
    case 'elsewhere':
      return `What was ${way} is a link, but not to a place on the web, so nothing was added. Drop the picture file itself, or use a link that begins with https://.`
  }
}

export function leftOutOfTextSentence(what: WhatIsLeftOut, way: Way): string {
  const so = `Only text goes in here, so the ${what} that was ${way} was not put in.`
  if (what === 'file') return so
  if (what === 'link') return `${so} Copy its address as text and paste it here.`
  return `${so} ${way === 'dropped' ? 'Drop' : 'Paste'} it in the Media tab of its product.`
}
