import { mostKept } from '../shared/limits'

/** The predicates of shared/change-address.ts, for queries. `of`: the name of the changes in it. */
const column = (of: string) => (of === '' ? '' : `${of}.`)

export const addsPicture = (of = ''): string => `(${column(of)}list = 'pictures' AND ${column(of)}verb = 'add')`

export const setsVariationPicture = (of = ''): string =>
  `(${column(of)}list = 'variations' AND ${column(of)}field = 'image')`

/** A file for buyers, as long as it may still be sent; one in the store as far as an undo of its undo is worth the space. */
const addsFile = (of: string): string =>
  `(${column(of)}list = 'files' AND ${column(of)}verb = 'add'
    AND (${column(of)}state <> 'sent' OR ${column(of)}after ->> '$.size' <= ${mostKept}))`

/** Needs bytes that are kept here. */
export const bringsBytes = (of = ''): string => `(${bringsPicture(of)} OR ${addsFile(of)})`

/** Gives a product, one of its variations or a category a picture. */
export const bringsPicture = (of = ''): string => `(${addsPicture(of)} OR ${column(of)}field = 'image')`

/** Travels with the pictures of a product, behind what was typed. */
export const isAboutPictures = (of = ''): string => `(${column(of)}list IS 'pictures' OR ${column(of)}field IS 'image')`

/** True of waiting and unknown changes anyway; written out, because only then SQLite looks them up by the index of open ones. */
export const isOpen = `state NOT IN ('sent', 'taken-back')`

/**
 * A later change leads it back. What was said with the making of a thing goes with that thing: no change of its own leads it back.
 * Without the index a set of thousands would be read once for each of its changes.
 */
export const isReverted = (of: string): string => `(
  EXISTS (SELECT 1 FROM changes r WHERE r.reverts = ${of}.id AND r.state <> 'taken-back')
  OR EXISTS (SELECT 1 FROM changes made INDEXED BY changes_by_product JOIN changes r ON r.reverts = made.id
    WHERE made.product_id = ${of}.product_id AND made.thing = ${of}.thing AND made.set_id = ${of}.set_id
      AND made.verb = 'create' AND r.verb = 'delete' AND r.state <> 'taken-back'))`
