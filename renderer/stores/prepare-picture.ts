import type { PictureSource } from '../../electron/shared/change'
import { maxPictureBytes, type PictureIntake } from '../../electron/shared/picture-intake'
import { call } from '../bridge'
import { convertedName, convertPicture } from './convert-picture'

type CheckedFile = Extract<PictureIntake, { ok: true }>

/** A picture somebody wants to add: a checked file, bytes without a file, or a link. */
export type PictureOrigin =
  | ({ kind: 'file' } & Pick<CheckedFile, 'file' | 'name' | 'type' | 'width' | 'height' | 'needsConversion'>)
  | { kind: 'bytes'; file: File }
  | { kind: 'link'; url: string }

export type ReadyPicture = { source: PictureSource; fileName: string }
export type PrepareStep = 'checking' | 'converting' | 'copying'

type Options = {
  connectionId: string
  /** The store can reach addresses of this computer and its network: it is the built-in one. */
  storeIsLocal: boolean
  onStep: (step: PrepareStep) => void
}

/** Makes it something the store takes: a staged copy, or the link itself. Throws with a sentence for the person. */
export async function preparePicture(origin: PictureOrigin, options: Options): Promise<ReadyPicture> {
  if (origin.kind === 'link') return prepareLink(origin.url, options)
  if (origin.kind === 'bytes') return prepareBytes(origin.file, options)
  const { file, name, type, width, height, needsConversion } = origin
  if (needsConversion) {
    return convertAndStage(await call('pictures.read', { file }), `image/${type}`, name, options, width * height)
  }
  options.onStep('copying')
  const { hash } = await call('pictures.stage', { connectionId: options.connectionId, file })
  return { source: { hash }, fileName: name }
}

async function prepareBytes(file: File, options: Options): Promise<ReadyPicture> {
  if (file.size > maxPictureBytes) throw new Error('The picture is larger than 20 MB, which is the most Ecwid takes.')
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (isConverted(file.type)) return convertAndStage(bytes, file.type, file.name, options)
  return stage(bytes, file.name, options)
}

/** A link the store cannot follow, or to a type it does not take, is loaded here and sent as bytes. */
async function prepareLink(url: string, options: Options): Promise<ReadyPicture> {
  options.onStep('checking')
  const { name, type } = await call('pictures.checkUrl', { url })
  if (!isConverted(type) && (options.storeIsLocal || !isPrivateAddress(url))) {
    return { source: { url }, fileName: name }
  }
  const bytes = await call('pictures.readLink', { url })
  return isConverted(type) ? convertAndStage(bytes, type, name, options) : stage(bytes, name, options)
}

async function convertAndStage(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  name: string,
  options: Options,
  pixels?: number,
): Promise<ReadyPicture> {
  options.onStep('converting')
  const converted = await convertPicture(bytes, type, { pixels })
  return stage(converted.bytes, convertedName(name, converted.type), options)
}

async function stage(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  { connectionId, onStep }: Options,
): Promise<ReadyPicture> {
  onStep('copying')
  const { hash } = await call('pictures.stageBytes', { connectionId, name, bytes })
  return { source: { hash }, fileName: name }
}

function isConverted(contentType: string): boolean {
  return /^image\/(webp|avif|bmp|heic|heif|tiff)$/.test(contentType)
}

/** This computer and its own network, where Ecwid's servers cannot look. */
export function isPrivateAddress(url: string): boolean {
  const { hostname } = new URL(url)
  if (/^(localhost|\[::1\]|\[f[cde].*)$/i.test(hostname)) return true
  if (/\.(local|localhost|lan|home|internal|intranet)$/i.test(hostname)) return true
  return /^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\./.test(hostname) || !/[.:]/.test(hostname)
}
