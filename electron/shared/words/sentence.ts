import type { LostHow, PlainSentence, Sentence } from '../sentence'
import { alongText } from './along'
import { faultText } from './fault'
import { pictureSentenceText } from './picture-sentence'

export function sentenceText(sentence: Sentence): string {
  switch (sentence.says) {
    case 'text':
      return sentence.text
    case 'refused':
      return `The store refused this (${sentence.status}).`
    case 'store-fault':
      return `The store has a fault on its side (${sentence.status}). It is tried again later.`
    case 'store-fault-in-doubt':
      return `The store had a fault (${sentence.status}). ${inDoubt}`
    case 'refused-on-the-way':
      return `Something on the way to Ecwid refused the request (${sentence.status}), perhaps a firewall. Nothing was changed in the store.`
    case 'asked-to-wait':
      return `Ecwid asks to wait ${sentence.seconds} seconds, because it got many requests. Nothing is lost; it goes on by itself.`
    case 'scope-missing':
      return `The key may not do this: it lacks the scope ${sentence.scope}. Give the key this scope in Ecwid, or enter a key that has it.`
    case 'not-in-plan':
      return `The store’s Ecwid plan does not include this${sentence.detail ? `: ${sentence.detail}` : ''}.`
    case 'no-such-store':
      return `Ecwid has no store with the ID ${sentence.storeId}. Check the number.`
    case 'type-there':
      return `There is a product type “${sentence.name}” already.`
    case 'answer-lost':
      return `${lost[sentence.how]} ${sentence.harmless ? 'Nothing in the store was changed by this; it can be tried again.' : inDoubt}`
    case 'not-reached':
      return `${unreached[sentence.because]} Nothing was sent; it goes on when the network is back.`
    case 'stock-in-doubt': {
      const signed = sentence.delta > 0 ? `+${sentence.delta}` : String(sentence.delta)
      return `The answer to a stock change of ${signed} was lost, and the stock moved meanwhile. Check the number, then choose.`
    }
    case 'fault':
      return faultText(sentence.fault)
    case 'products-in-it':
    case 'products-of-it':
    case 'values-of-products':
    case 'products-not-here':
    case 'products-of-another-type':
    case 'files-along':
    case 'files-not-kept':
      return alongText(sentence)
    default:
      return isPlain(sentence) ? plain[sentence.says] : pictureSentenceText(sentence)
  }
}

const isPlain = (sentence: Sentence): sentence is Extract<Sentence, { says: PlainSentence }> => sentence.says in plain

const inDoubt =
  'It is not known yet whether the store took the change; this is looked up before anything is sent again.'

const lost: Record<LostHow, string> = {
  'too-late': 'The store took too long to answer.',
  broken: 'The connection broke before the store’s answer was here.',
  stopped: 'This was stopped while the store was working on it.',
  'too-large': 'The store’s answer is too large to be read.',
  unreadable: 'The store’s answer cannot be read.',
  'cut-off': 'The store’s answer was cut off.',
}

export const unreached = {
  proxy: 'The proxy of this computer does not let requests through to Ecwid.',
  'no-address': 'Ecwid’s address cannot be looked up: there is no network, or its DNS is down.',
  unknown: 'Ecwid cannot be reached.',
}

const plain: Record<PlainSentence, string> = {
  unexpected: 'Something unexpected went wrong. Nothing you typed was lost; the log has the details.',
  'network-wants-sign-in':
    'The network answered with a page of its own instead of the store. It may ask you to sign in: open a web page in your browser, then try again.',
  'proxy-wants-sign-in': 'The network’s proxy asks for a sign-in, so the store cannot be reached. Nothing was sent.',
  'wrong-clock':
    'Ecwid’s certificate is not valid on the date this computer shows. Check its date and time. Nothing was sent; your changes are kept.',
  'foreign-certificate':
    'The network does not let this computer reach Ecwid securely (its certificate is not Ecwid’s). Nothing was sent. Perhaps the network asks you to sign in.',
  stopped: 'This was stopped.',
  'stopped-before-sent': 'This was stopped before it was sent.',
  'key-unknown': 'The key of this store is not known here any more. Enter it again to go on.',
  'key-not-accepted':
    'The store does not accept this key. It may have been revoked, or it belongs to another store. Your changes are kept here; enter a current key to go on.',
  'answer-unreadable': 'The store’s answer cannot be read. It is tried again later.',
  'answer-too-deep': 'The store’s answer is nested too deeply to be read. Nothing was changed here.',
  'list-too-long': 'The store takes at most 100 entries in such a list.',
  'store-suspended':
    'Ecwid has suspended this store, so nothing can be read or changed. Your local copy stays; Ecwid’s support can tell why.',
  'plan-without-api': 'The store’s Ecwid plan has no API access, which this program needs. A paid plan has it.',
  'plan-without-more-products':
    'The store’s Ecwid plan does not allow more products. The product is kept here; delete others or change the plan, then send it again.',
  'refers-to-what-is-gone': 'Something this product refers to is not in the store any more.',
  'not-in-store': 'This is not in the store any more.',
  'deleted-in-store':
    'This product was deleted in the store. What you typed is kept here: open the product to make it anew or let it go.',
  'shelf-deleted-in-store': 'This was deleted in the store. What you typed is kept here.',
  'edited-at-once':
    'Somebody edited this in the store at the same moment, so the store did nothing. It is read again, and then your change is sent again.',
  'both-changed': 'This was changed in the store too. Choose which one stays; until then both are kept.',
  'both-changed-alt': 'This alt text was changed in the store too. Choose which one stays; until then both are kept.',
  'both-arranged': 'The pictures were arranged in the store too. Choose which order stays; until then both are kept.',
  'both-changed-main':
    'The main picture was changed in the store too. Choose which one stays; until then both are kept.',
  'both-changed-variation-picture':
    'The picture of this variation was changed in the store too. Choose which one stays.',
  'both-changed-category-picture':
    'The picture of this category was changed in the store too. Choose which one stays; until then both are kept.',
  'options-still-used':
    'Variations in the store are made of an option or a choice that you removed. Nothing was sent; your options are kept. If yours stay, these variations are removed too; one undo brings all of it back.',
  'options-would-meet':
    'With these names two variations in the store would be the same. Nothing was sent; your options are kept. Choose other names, or remove one of the two.',
  'changed-before-delete': 'You deleted this product, and it was changed in the store before that was sent.',
  'shelf-changed-before-delete': 'You deleted this, and it was changed in the store before that was sent.',
  'category-not-empty':
    'You deleted this category, and another one is below it in the store. Choose whether it goes; until then both stay.',
  'picture-gone': 'This picture is no longer in the store. Its alt text is kept here.',
  'picture-unread':
    'The store sends a picture of this product in a form that cannot be read: it may be this one, or lose its alt text by this. Nothing was sent; your change is kept.',
  'variation-unread':
    'The store sends a variation of this product in a form that cannot be read, so it is not known whether it is this one. Nothing was sent; its picture is kept here.',
  'attribute-unread':
    'The store sends an attribute of this product in a form that cannot be read, and it would be lost if the others were sent without it. Nothing was sent; your change is kept.',
  'attribute-gone':
    'An attribute that you edited is no longer among those of the product’s type. Nothing was sent; what you typed is kept here. Take this back, or add the attribute to the type again and type it there.',
  'attribute-without-value':
    'An attribute that you translated has no value in the store any more, and without one it holds no translation. Nothing was sent; what you typed is kept here. Give it a value, then try again.',
  'type-gone':
    'The product type that you gave this product was deleted meanwhile. Nothing was sent; your change is kept. Take it back, or choose another type.',
  'category-gone':
    'A category that you put this product into was deleted meanwhile. Nothing was sent; your change is kept. Take it back, and choose other categories.',
  'new-main-gone':
    'The picture that you made the main one was deleted in the store. Nothing was arranged; take this back, or arrange the others.',
  'main-place-has-picture':
    'A picture is the main one by now, which this video would replace. Choose “Make main” on the Media tab if that is wanted.',
  'main-place-taken':
    'The product has a main picture or video by now, which this video would replace for good. Nothing was sent. Take this change back, and add the video to the gallery.',
  'variation-exists':
    'The product has a variation with these options already. Take this change back, and edit the one that is there.',
  'variation-changed-before-removal':
    'This variation was changed in the store after its removal was decided. Choose whether it goes; until then it stays.',
  'variation-keeps-own':
    'The store has kept what this variation has of its own instead of giving it back to the product. Take this change back, or enter the value of the product.',
  'variation-shares-stock':
    'This variation has no SKU of its own, so it shares the stock of its product. Give it an SKU, then try again.',
  'variation-gone': 'This variation is no longer in the store. Its picture is kept here.',
  'variation-picture-gone-already': 'The picture or its variation is gone already. This is looked up.',
  'category-picture-gone-already': 'The picture or its category is gone already. This is looked up.',
  'pictures-renumbered': 'The store renumbered its pictures. This is looked up and tried again.',
  'not-listed-yet': 'The product is in the store already; its search does not list it yet.',
  'shelf-not-listed-yet': 'This may be in the store already; its list does not show it yet. It is looked up again.',
  'store-slow': 'The store is slow to answer right now. Nothing was sent; it is tried again.',
  'copy-waits': 'A picture that goes cannot be copied right now, and an undo would need it. It is tried again.',
  'copy-impossible':
    'A picture that goes cannot be copied, so an undo could not bring it back. Nothing was changed in the store. Try again to go on without a copy.',
  'file-copy-waits': 'The file that goes cannot be copied right now, and an undo would need it. It is tried again.',
  'file-copy-impossible':
    'The file that goes cannot be copied, so an undo could not bring it back. Nothing was changed in the store. Try again to go on without a copy.',
  'file-too-large-to-copy':
    'The file that goes is larger than 200 MB and is not copied, so an undo could not bring it back. Nothing was changed in the store. Try again to go on without a copy.',
  'compare-waits':
    'The answer to this upload was lost, and the picture in the store cannot be read right now. It is looked up again.',
  'compare-impossible':
    'The answer to this upload was lost, and the picture in the store cannot be read. Look at the product there: if it has this picture, take this change back; if not, try again.',
  'copy-damaged': 'The copy of this picture on the disk is damaged. Add the picture again.',
  'copy-gone': 'The copy of this picture is gone from this computer. Add the picture again.',
  'upload-ended-twice':
    'Stockroom ended unexpectedly again while it worked on these files, so it does not begin again by itself. Nothing is lost. Go on, or cancel and leave out what was looked at last.',
  'new-product-wanted': 'There is no new product these pictures belong to.',
  'product-wanted': 'There is no product this belongs to.',
  'general-type-stays': 'The General type belongs to every store.',
  'not-in-category-yet': 'The store does not have this product in the category yet. Move it once it was sent.',
  'category-not-here': 'This category is no longer in the catalogue. Nothing was changed.',
  'type-not-here': 'This product type is no longer in the catalogue. Nothing was changed.',
  'product-not-here': 'The product is not in the catalogue any more.',
  'shelf-not-here': 'This is no longer in the catalogue.',
  'here-again': 'It is here again by now.',
  'parent-not-here': 'The category that it was below is not here, and does not come back with it.',
  'category-below-itself': 'A category cannot be moved below itself.',
  'order-since-review': 'Its products were put into another order since the review.',
  'here-with-edits':
    'This product is still here with what you typed. Open it to make it anew, or let it go and put it back then.',
  'shelf-here-with-edits': 'This is still here with what you typed. Take that back first, and put it back then.',
  'picture-not-here': 'The picture is not on the product any more.',
  'not-main-any-more': 'Another picture is the main one by now. Make this one the main one again, then take it back.',
  'variation-not-here': 'The variation is not on the product any more.',
  'entry-not-here': 'What this changed was removed since, or is called otherwise now.',
  'video-there': 'The product has this video already.',
  'video-address-wanted':
    'Enter the address of the video’s page. Those of YouTube begin with https://www.youtube.com/watch.',
  'video-is-file':
    'This is a video file. Shops show videos from places such as YouTube and Vimeo: put it there, then enter the address of its page.',
  'video-not-at-address': 'There is no video at this address. Open the video and copy the address of its page.',
  'video-page-of-many': 'This page shows no single video. Open the video and copy the address of its page.',
  'video-not-sent-yet': 'This video is not in the store yet. Once it is, it can change its place.',
  'video-address-not-told': 'The store did not tell the address of this video, so it cannot be moved from here.',
  'main-video-there': 'The product has a main video already. Show that one behind the pictures first.',
  'main-picture-not-sent-yet': 'The main picture is not in the store yet. Once it is, the video can take its place.',
  'video-not-here': 'This video is no longer on the product.',
  'video-without-address': 'The store did not tell the address of this video, so it cannot be added again from here.',
  'file-not-here': 'The file is not on the product any more.',
  'file-not-kept': 'There is no copy of this file on this computer, so it cannot be added again from here.',
  'on-its-way': 'This change is on its way to the store right now. Wait a moment, then undo it.',
  'in-store-already': 'This change is in the store already. Undo it from the Sent tab.',
  'decided-already': 'This decision has been sent already. Undo it from the Sent tab.',
  'waits-for-pictures': 'Waits for an earlier change of these pictures.',
  'waits-for-shelf': 'Waits for a category or product type that is not in the store yet.',
  'waits-for-held': 'Waits for the held change before it.',
  'waits-for-below': 'Waits for a category below it, which cannot go yet. What that one needs is said there.',
  'waits-for-product': 'Waits for a product that is not in the store yet.',
  'waits-for-variation': 'Waits until its variation is in the store.',
  'waits-for-file': 'Waits until its file is in the store.',
  'waits-for-video': 'Waits until its video is in the store.',
  'field-not-known': 'This version does not know the field.',
  'file-gone': 'The file is no longer there. Put it back or choose it again.',
  'file-forbidden':
    'This account may not open it. Allow it to read the file or folder, or copy it elsewhere, and add it again.',
  'file-in-use': 'Another program is using the file. Close it there and try again.',
  'file-links-to-itself': 'This is a link that leads back to itself, so there is no file behind it.',
  'file-path-too-long': 'The path of the file is too long for this computer. Shorten the names of its folders.',
  'file-disk-fails': 'The disk could not read the file. Copy it elsewhere and add it again.',
  'too-many-files-open': 'Too many files are open on this computer. Try again.',
  'file-unreadable': 'The file cannot be read. Copy it elsewhere and add it again.',
  'disk-full': 'The disk is full, so the picture could not be kept. Free some space and add it again.',
  'disk-unwritable': 'The picture could not be written to the disk. Add it again.',
  'variation-there': 'The product has a variation with these options already.',
  'product-gone-unchanged': 'This product is no longer in the catalogue. Nothing was changed.',
  'variation-off-product': 'This variation is no longer on the product.',
  'picture-off-product': 'This picture is no longer on the product.',
  'not-in-snapshot': 'It is not in this snapshot any more.',
  'new-category-not-known': 'A category that it goes into is not known any more. Import the table again.',
}
