import type { Ref } from 'react'

/** What a dialog for pictures offers, also where the system knows no kind of a name. */
export const pictureFiles = 'image/*,.jpg,.jpeg,.png,.gif,.webp,.avif,.bmp,.heic,.heif,.tif,.tiff'

type Props = {
  ref: Ref<HTMLInputElement>
  label: string
  onFiles: (files: File[]) => void
  accept?: string
  multiple?: boolean
  /** A whole folder instead of files. */
  isFolder?: boolean
}

/** The dialog of the system, opened by a click on it from a button beside it. */
export function FileInput({ ref, label, onFiles, accept, multiple = false, isFolder = false }: Props) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      multiple={multiple}
      accept={accept}
      aria-label={label}
      {...(isFolder && { webkitdirectory: '' })}
      onChange={({ currentTarget }) => {
        const files = Array.from(currentTarget.files ?? [])
        // The same file chosen again must be news again.
        currentTarget.value = ''
        onFiles(files)
      }}
    />
  )
}
