/** The engine knows no type for what it cannot show. */
export const isPictureFile = ({ name, type }: Pick<File, 'name' | 'type'>): boolean =>
  type.startsWith('image/') || /\.(hei[cf]|tiff?)$/i.test(name)
