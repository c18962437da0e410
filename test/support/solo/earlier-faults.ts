import type { SoloStep } from './acts'

const refuseNextWrite = { fault: { kind: 'status', status: 400 }, onWrites: true }

/** Sequences that once ended otherwise than the screen showed, as short as they got. */
export const earlierFaults: { name: string; steps: SoloStep[] }[] = [
  {
    name: 'a new main picture upon a refused removal asks nothing',
    steps: [
      refuseNextWrite,
      { act: { do: 'remove', product: 0, at: 0 } },
      { act: { do: 'add-main', product: 0 }, moment: 'GET leaves' },
      { push: true },
    ],
  },
  {
    name: 'a new main picture upon a refused order asks nothing',
    steps: [
      refuseNextWrite,
      { act: { do: 'main', product: 0, at: 1 } },
      { act: { do: 'add-main', product: 0 } },
      { push: true },
    ],
  },
  {
    name: 'a new main picture takes the place of one that is on its way itself',
    steps: [{ act: { do: 'add-main', product: 0 } }, { act: { do: 'add-main', product: 0 } }, { push: true }],
  },
  {
    name: 'a new main picture takes the place of one whose removal was taken back',
    steps: [
      { act: { do: 'remove', product: 0, at: 0 } },
      { act: { do: 'add-main', product: 0 } },
      { act: { do: 'undo', product: 0, at: 1 } },
    ],
  },
  {
    name: 'the order before a removal is our own, though the line breaks',
    steps: [{ act: { do: 'remove', product: 0, at: 0 } }, { line: 2, crash: false }, { push: true }],
  },
  {
    name: 'a new main picture that is not the main one any more is not taken back for another',
    steps: [
      { act: { do: 'add-main', product: 0 } },
      { push: true },
      { act: { do: 'main', product: 0, at: 3 } },
      { push: true },
      { act: { do: 'add', product: 0 } },
      { act: { do: 'undo', product: 0, at: 2 } },
    ],
  },
]
