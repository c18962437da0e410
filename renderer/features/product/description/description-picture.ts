import { pictureSrc } from '../../../../electron/shared/picture-src'
import { Image, type ImageOptions } from '@tiptap/extension-image'
import { shownAddress } from './shown-address'

type Options = ImageOptions & {
  /** The store whose cache the picture is shown from. */
  connectionId: string
}

/** A picture in a description. Its HTML keeps the address it has; on the screen it comes through main's caching protocol. */
export const DescriptionPicture = Image.extend<Options>({
  addOptions() {
    const parent = this.parent?.() ?? { allowBase64: false, HTMLAttributes: {}, resize: false }
    return { ...parent, inline: true, connectionId: '' }
  },

  parseHTML: () => [{ tag: 'img[src^="https:"], img[src^="http:"], img[src^="//"]' }],

  // `![]()` is not how a shop owner adds a picture.
  addInputRules: () => [],

  addNodeView() {
    const { connectionId } = this.options
    return ({ HTMLAttributes }) => {
      const dom = document.createElement('img')
      for (const [name, value] of Object.entries(HTMLAttributes)) {
        // What it has not is null.
        if (name !== 'src' && value !== null) dom.setAttribute(name, String(value))
      }
      const address = shownAddress(String(HTMLAttributes.src), (url) => pictureSrc(connectionId, url))
      if (address !== null) dom.src = address
      return { dom }
    }
  },
})
