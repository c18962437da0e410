import { encode } from 'jpeg-js'

export type RenderedPicture = { content: Buffer; type: string }

// Loaded when the first picture is asked for: the native renderer would slow the start.
let renderer: Promise<typeof import('@resvg/resvg-js')> | undefined

/** Renders an SVG at the given width as PNG or JPEG. */
export async function renderSvg(svg: string, width: number, format: 'png' | 'jpg'): Promise<RenderedPicture> {
  renderer ??= import('@resvg/resvg-js')
  const { renderAsync } = await renderer
  // Off the event loop: a call of the API must not wait for a picture.
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false },
    ...(format === 'jpg' ? { background: '#ffffff' } : {}),
  })
  if (format === 'png') return { content: image.asPng(), type: 'image/png' }
  const jpeg = encode({ data: image.pixels, width: image.width, height: image.height }, 86)
  return { content: jpeg.data, type: 'image/jpeg' }
}

/** Fits an uploaded picture into a square box without enlarging it. */
export async function resizePicture(
  content: Buffer,
  facts: { format: 'png' | 'jpg' | 'gif'; width: number; height: number },
  box: number,
): Promise<RenderedPicture> {
  const scale = Math.min(1, box / Math.max(facts.width, facts.height))
  const width = Math.max(1, Math.round(facts.width * scale))
  const height = Math.max(1, Math.round(facts.height * scale))
  const data = `data:${mimeOf(facts.format)};base64,${content.toString('base64')}`
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}">` +
    `<image xlink:href="${data}" width="${width}" height="${height}" preserveAspectRatio="none"/></svg>`
  return renderSvg(svg, width, facts.format === 'jpg' ? 'jpg' : 'png')
}

export function mimeOf(format: 'png' | 'jpg' | 'gif'): string {
  return format === 'jpg' ? 'image/jpeg' : `image/${format}`
}
