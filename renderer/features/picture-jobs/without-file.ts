/** For pictures of another program that are no files of this computer; null: all are. */
export function withoutFileSentence(without: number, withFile: number): string | null {
  if (without === 0) return null
  const so = withFile > 0 ? 'left out' : 'not added'
  return without === 1
    ? `1 picture is no file on this computer, so it was ${so}. Drop it on the product, or save it and drop the file.`
    : `${without} pictures are no files on this computer, so they were ${so}. Drop them on the product, or save them and drop the files.`
}
