import { countStyle } from '../numbers/money'
import { formatNumber } from '../numbers/numbers'
import { anything } from './field'
import type { Kind } from './kind'
import { listOf, type EntryOf } from './list-kind'
import { whole } from './number-kinds'
import { plainField } from './plain-field'
import { text } from './text-kinds'

const size: Kind<number> = {
  ...whole(undefined, 'Enter a whole number.'),
  shown: (bytes, { profile }) => `${formatNumber(Math.max(1, Math.round(bytes / 1024)), countStyle(profile))} KB`,
}

const plain = { problem: anything, isTranslated: false }

/** Lists inside of a product whose entries are made and changed one by one, under Ecwid's names. */
export const productLists = {
  files: {
    title: 'Files for buyers',
    kind: listOf({
      key: 'id',
      fields: {
        id: plainField({ label: 'Number', kind: whole(undefined, ''), empty: 0, ...plain }),
        name: plainField({ label: 'Name', kind: text, empty: '', ...plain }),
        description: plainField({ label: 'Description', kind: text, empty: '', ...plain }),
        size: plainField({ label: 'Size', kind: size, empty: 0, ...plain }),
      },
      isOrdered: true,
    }),
  },
}

export type ProductList = keyof typeof productLists
export type EntryOfList<Name extends ProductList> = EntryOf<(typeof productLists)[Name]['kind']['list']['fields']>
