/** Columns of red, green and blue in XYZ under D50, as the profiles of these colour spaces carry them. */
const colorants: Record<PredefinedColorSpace, readonly number[][]> = {
  srgb: [
    [0.43607, 0.22249, 0.01392],
    [0.38515, 0.71687, 0.09708],
    [0.14307, 0.06061, 0.7141],
  ],
  'display-p3': [
    [0.51512, 0.2412, -0.00105],
    [0.29198, 0.69225, 0.04189],
    [0.1571, 0.06657, 0.78407],
  ],
}
const names: Record<PredefinedColorSpace, string> = { srgb: 'sRGB', 'display-p3': 'Display P3' }
const white = [0.9642, 1, 0.8249]
const curveSteps = 1024
const headBytes = 128

export const srgbProfile = (): Uint8Array<ArrayBuffer> => iccProfile('srgb')

/** A colour profile (ICC, version 2) of one of the two spaces a canvas has; both share the curve of sRGB. */
export function iccProfile(space: PredefinedColorSpace): Uint8Array<ArrayBuffer> {
  const [red = [], green = [], blue = []] = colorants[space]
  const curve = curveTag()
  const tags: [name: string, body: Uint8Array][] = [
    ['desc', textTag(names[space])],
    ['cprt', new TextEncoder().encode('text\0\0\0\0none\0')],
    ['wtpt', xyzTag(white)],
    ['rXYZ', xyzTag(red)],
    ['gXYZ', xyzTag(green)],
    ['bXYZ', xyzTag(blue)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const starts = new Map<Uint8Array, number>()
  let end = headBytes + 4 + tags.length * 12
  for (const [, body] of tags) {
    if (starts.has(body)) continue
    starts.set(body, end)
    end += Math.ceil(body.length / 4) * 4
  }
  const profile = new Uint8Array(end)
  const view = new DataView(profile.buffer)
  view.setUint32(0, end)
  view.setUint32(8, 0x02_40_00_00)
  write(profile, 12, 'mntrRGB XYZ ')
  write(profile, 36, 'acsp')
  writeXyz(view, 68, white)
  view.setUint32(headBytes, tags.length)
  tags.forEach(([name, body], at) => {
    const entry = headBytes + 4 + at * 12
    const start = starts.get(body) ?? 0
    write(profile, entry, name)
    view.setUint32(entry + 4, start)
    view.setUint32(entry + 8, body.length)
    profile.set(body, start)
  })
  return profile
}

function xyzTag(xyz: readonly number[]): Uint8Array {
  const tag = new Uint8Array(20)
  write(tag, 0, 'XYZ ')
  writeXyz(new DataView(tag.buffer), 8, xyz)
  return tag
}

function writeXyz(view: DataView, at: number, xyz: readonly number[]): void {
  xyz.forEach((value, index) => view.setInt32(at + index * 4, Math.round(value * 65_536)))
}

function curveTag(): Uint8Array {
  const tag = new Uint8Array(12 + curveSteps * 2)
  const view = new DataView(tag.buffer)
  write(tag, 0, 'curv')
  view.setUint32(8, curveSteps)
  for (let step = 0; step < curveSteps; step++) {
    const value = step / (curveSteps - 1)
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    view.setUint16(12 + step * 2, Math.round(linear * 65_535))
  }
  return tag
}

/** Version 2 wants the text, an empty Unicode text and an empty one for old Macintoshes. */
function textTag(text: string): Uint8Array {
  const tag = new Uint8Array(12 + text.length + 1 + 8 + 70)
  write(tag, 0, 'desc')
  new DataView(tag.buffer).setUint32(8, text.length + 1)
  write(tag, 12, text)
  return tag
}

function write(bytes: Uint8Array, at: number, text: string): void {
  for (let index = 0; index < text.length; index++) bytes[at + index] = text.charCodeAt(index)
}
