import { forEachNumber } from '../number-list'

/** A set of local product ids, one bit each: 12.5 KB for 100,000 products, joined in microseconds. */
export type IdSet = Uint32Array

const emptyWords = 1024

export function emptySet(maxId = 0): IdSet {
  return new Uint32Array(Math.max(emptyWords, (maxId >>> 5) + 1))
}

export function setOf(ids: readonly number[], maxId: number): IdSet {
  const set = emptySet(maxId)
  for (const id of ids) addId(set, id)
  return set
}

/** From SQLite's list of ids. */
export function setOfList(list: Uint8Array | null | undefined, maxId: number): IdSet {
  const set = emptySet(maxId)
  forEachNumber(list, (id) => addId(set, id))
  return set
}

export function addId(set: IdSet, id: number): void {
  set[id >>> 5] = (set[id >>> 5] ?? 0) | (1 << (id & 31))
}

export function removeId(set: IdSet, id: number): void {
  set[id >>> 5] = (set[id >>> 5] ?? 0) & ~(1 << (id & 31))
}

export function hasId(set: IdSet, id: number): boolean {
  return (((set[id >>> 5] ?? 0) >>> (id & 31)) & 1) === 1
}

export function both(a: IdSet, b: IdSet): IdSet {
  const result = a.slice(0, Math.min(a.length, b.length))
  for (let i = 0; i < result.length; i++) result[i] = (a[i] ?? 0) & (b[i] ?? 0)
  return result
}

export function either(a: IdSet, b: IdSet): IdSet {
  const result = (a.length >= b.length ? a : b).slice()
  const shorter = a.length >= b.length ? b : a
  for (let i = 0; i < shorter.length; i++) result[i] = (result[i] ?? 0) | (shorter[i] ?? 0)
  return result
}

export function except(a: IdSet, b: IdSet): IdSet {
  const result = a.slice()
  for (let i = 0; i < Math.min(a.length, b.length); i++) result[i] = (a[i] ?? 0) & ~(b[i] ?? 0)
  return result
}

export function sizeOf(set: IdSet): number {
  let size = 0
  for (let i = 0; i < set.length; i++) {
    let bits = set[i] ?? 0
    bits -= (bits >>> 1) & 0x55555555
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
    size += (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
  }
  return size
}

/** Ascending. */
export function idsIn(set: IdSet): number[] {
  const ids: number[] = []
  for (let i = 0; i < set.length; i++) {
    for (let bits = set[i] ?? 0; bits !== 0; bits &= bits - 1) ids.push(i * 32 + (31 - Math.clz32(bits & -bits)))
  }
  return ids
}
