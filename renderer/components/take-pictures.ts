import { tellNotAllowed } from './notify'

type Dropped = { files: File[]; urls: string[] }

const noPicture =
  'There is no picture in what was dropped, so nothing was added. Drop picture files, or a picture of a web page.'

/** Hands on what was dropped when there is something in it, and says so when there is not. */
export function takePictures(take: (dropped: Dropped) => void): (dropped: Dropped) => void {
  return (dropped) => {
    if (dropped.files.length + dropped.urls.length > 0) take(dropped)
    else tellNotAllowed(noPicture)
  }
}
