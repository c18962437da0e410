// What is found in a box of options by typing is found by one rule: only the parts that have it may be searched in.

import { relative } from 'node:path'

const its = 'renderer/components/SearchSelect.tsx'

export const searchSelect = {
  create(context) {
    const file = relative(context.cwd, context.filename).replaceAll('\\', '/')
    return {
      JSXAttribute(node) {
        const box = node.parent?.name?.name
        if (file === its || node.name?.name !== 'searchable' || !['Select', 'MultiSelect'].includes(box)) return
        context.report({ node, message: 'Take SearchSelect or SearchMultiSelect: they find by the rule of all lists.' })
      },
    }
  },
}
