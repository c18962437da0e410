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
  {
    name: 'a picture whose text is refused is not asked about after a crash',
    steps: [
      { line: 2, crash: true },
      { push: true },
      { pull: true },
      refuseNextWrite,
      { act: { do: 'add-main', product: 1 } },
      { act: { do: 'name', product: 0 }, moment: 'write answered' },
      { act: { do: 'add-main', product: 0 }, moment: 'GET answered' },
      { push: true },
      { act: { do: 'redo', product: 0 } },
      refuseNextWrite,
      { push: true },
      { push: true },
      refuseNextWrite,
      { act: { do: 'alt', product: 0, at: 1 }, moment: 'write leaves' },
      { act: { do: 'undo', product: 1, at: 2 } },
      { act: { do: 'add', product: 0 } },
      { line: 4, crash: true },
      { pull: true },
      { act: { do: 'alt', product: 1, at: 1 } },
      { act: { do: 'order', product: 0, at: 3 }, moment: 'GET answered' },
    ],
  },
  {
    name: 'an order is undone whose main picture a new one has replaced since: nothing moves by itself',
    steps: [
      { act: { do: 'order', product: 0, at: 0 } },
      { push: true },
      { act: { do: 'add-main', product: 0 } },
      { act: { do: 'undo', product: 0, at: 1 } },
      { push: true },
    ],
  },
  {
    name: 'an order undone and done again around a new main picture is not refused for the one it replaced',
    steps: [
      { act: { do: 'order', product: 0, at: 0 } },
      { push: true },
      { act: { do: 'add-main', product: 0 } },
      { act: { do: 'undo', product: 0, at: 1 } },
      { line: 5, crash: false },
      { act: { do: 'redo', product: 0 } },
    ],
  },
  {
    name: 'an order is undone around a new main picture that has not been sent, and asks nothing',
    steps: [
      { act: { do: 'add', product: 0 } },
      { push: true },
      { act: { do: 'order', product: 0, at: 0 } },
      { push: true },
      { act: { do: 'add-main', product: 0 } },
      { act: { do: 'undo', product: 0, at: 1 } },
    ],
  },
  {
    name: 'an earlier price is undone under a later one, and asks nothing',
    steps: [
      { act: { do: 'price', product: 0 } },
      { push: true },
      { act: { do: 'price', product: 0 } },
      { push: true },
      { act: { do: 'undo', product: 0, at: 1 } },
      { push: true },
    ],
  },
  {
    name: 'an order is undone under a later one, and asks nothing',
    steps: [
      { act: { do: 'add', product: 0 } },
      { push: true },
      { act: { do: 'order', product: 0, at: 0 } },
      { push: true },
      { act: { do: 'main', product: 0, at: 1 } },
      { push: true },
      { act: { do: 'undo', product: 0, at: 1 } },
      { push: true },
    ],
  },
  {
    name: 'an alt text is undone under a later one of a picture that was away meanwhile, and asks nothing',
    steps: [
      { act: { do: 'alt', product: 0, at: 1 } },
      { push: true },
      { act: { do: 'remove', product: 0, at: 1 } },
      { push: true },
      { act: { do: 'undo', product: 0, at: 0 } },
      { push: true },
      { act: { do: 'alt', product: 0, at: 1 } },
      { push: true },
      { act: { do: 'undo', product: 0, at: 3 } },
      { push: true },
    ],
  },
  {
    name: 'a picture of a variation is undone under a later one, and asks nothing',
    steps: [
      { act: { do: 'variation', product: 1, at: 0 } },
      { push: true },
      { act: { do: 'variation', product: 1, at: 0 } },
      { push: true },
      { act: { do: 'undo', product: 1, at: 1 } },
      { push: true },
    ],
  },
  {
    name: 'an order is done again whose first picture a new main one has replaced, and is not refused for that one',
    steps: [
      { act: { do: 'order', product: 0, at: 0 } },
      { act: { do: 'undo', product: 0, at: 0 } },
      { act: { do: 'main', product: 0, at: 1 } },
      { act: { do: 'add-main', product: 0 } },
      { push: true },
      { act: { do: 'redo', product: 0 } },
      { push: true },
    ],
  },
  {
    name: 'a new main picture takes the place of one that has arrived and whose answer was lost',
    steps: [
      { act: { do: 'add-main', product: 0 } },
      { push: true },
      { fault: { kind: 'status', status: 502, processed: true }, onWrites: true },
      { act: { do: 'undo', product: 0, at: 0 } },
      { act: { do: 'add-main', product: 0 } },
      { line: 6, crash: false },
    ],
  },
  {
    name: 'the refused text of a main picture ends with it where a new one takes its place meanwhile',
    steps: [
      { act: { do: 'add-main', product: 0 } },
      { push: true },
      refuseNextWrite,
      { act: { do: 'undo', product: 0, at: 0 } },
      { act: { do: 'add-main', product: 0 }, moment: 'write answered' },
      { push: true },
    ],
  },
  {
    name: 'an order is not refused whose first picture went with a new main one that was removed before it was sent',
    steps: [
      { act: { do: 'add-main', product: 0 } },
      { act: { do: 'undo', product: 0, at: 0 } },
      { act: { do: 'main', product: 0, at: 3 } },
      { act: { do: 'redo', product: 0 } },
      { act: { do: 'remove', product: 0, at: 0 } },
    ],
  },
]
