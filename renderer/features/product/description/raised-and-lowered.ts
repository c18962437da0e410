import { Mark } from '@tiptap/core'

declare module '@tiptap/core' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface adds to an interface
  interface Commands<ReturnType> {
    raisedAndLowered: { toggleSuperscript: () => ReturnType; toggleSubscript: () => ReturnType }
  }
}

/** 10³ and H₂O. Text that is typed is one or the other. */
export const Superscript = Mark.create({
  name: 'superscript',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: () => ['sup', 0],
  addCommands() {
    return {
      toggleSuperscript:
        () =>
        ({ chain }) =>
          chain().unsetMark('subscript').toggleMark(this.name).run(),
    }
  },
})

export const Subscript = Mark.create({
  name: 'subscript',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: () => ['sub', 0],
  addCommands() {
    return {
      toggleSubscript:
        () =>
        ({ chain }) =>
          chain().unsetMark('superscript').toggleMark(this.name).run(),
    }
  },
})
