export type Palette = {
  name: string
  body: string
  shade: string
  light: string
  accent: string
  wall: string
  table: string
}

/** Muted shop colours; a drawing is told its palette by number. */
const palettes: readonly Palette[] = [
  {
    name: 'Sand',
    body: '#d9c3a0',
    shade: '#b99f78',
    light: '#efe2cb',
    accent: '#8a5a3b',
    wall: '#f6f0e6',
    table: '#e9dcc7',
  },
  {
    name: 'Slate',
    body: '#5f7480',
    shade: '#475963',
    light: '#8fa3ad',
    accent: '#e0b15a',
    wall: '#e9eef0',
    table: '#d3dde1',
  },
  {
    name: 'Sage',
    body: '#9db39a',
    shade: '#7b937a',
    light: '#c6d5c2',
    accent: '#4d6650',
    wall: '#eff4ec',
    table: '#dbe6d6',
  },
  {
    name: 'Terracotta',
    body: '#c8734f',
    shade: '#a65939',
    light: '#e3a384',
    accent: '#5d3a2b',
    wall: '#faeee7',
    table: '#f0d9cc',
  },
  {
    name: 'Midnight',
    body: '#2f3f5f',
    shade: '#222e47',
    light: '#5a6c90',
    accent: '#e8c37d',
    wall: '#e8ebf3',
    table: '#d2d8e6',
  },
  {
    name: 'Blush',
    body: '#e2a9a1',
    shade: '#c88980',
    light: '#f3d3cd',
    accent: '#8c4a4a',
    wall: '#fbf0ee',
    table: '#f3ddd9',
  },
  {
    name: 'Cream',
    body: '#f1e8d8',
    shade: '#d8cab1',
    light: '#fffaf0',
    accent: '#6f7f5f',
    wall: '#e4ebe6',
    table: '#cfdcd4',
  },
  {
    name: 'Mustard',
    body: '#dba63c',
    shade: '#b98625',
    light: '#f0ca7c',
    accent: '#3f4a3c',
    wall: '#fbf5e4',
    table: '#f2e6c4',
  },
  {
    name: 'Sea',
    body: '#4d9a9b',
    shade: '#38797b',
    light: '#8cc4c2',
    accent: '#f0d9a8',
    wall: '#e8f3f2',
    table: '#cfe5e3',
  },
  {
    name: 'Charcoal',
    body: '#3d3d40',
    shade: '#29292c',
    light: '#6e6e74',
    accent: '#c9a37a',
    wall: '#efeeec',
    table: '#dedbd6',
  },
  {
    name: 'Plum',
    body: '#7c5772',
    shade: '#5e3f56',
    light: '#ab8aa2',
    accent: '#e9c9a3',
    wall: '#f4edf2',
    table: '#e5d7e0',
  },
  {
    name: 'Sky',
    body: '#9cc0d6',
    shade: '#78a2bb',
    light: '#cde1ec',
    accent: '#36576b',
    wall: '#eef5f9',
    table: '#d9e8f0',
  },
]

export function paletteAt(index: number): Palette {
  const palette = palettes[((index % palettes.length) + palettes.length) % palettes.length]
  if (!palette) throw new Error('There is no palette')
  return palette
}
