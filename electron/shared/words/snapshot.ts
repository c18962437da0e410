import type { SnapshotOccasion } from '../snapshot'
import { deedText } from './bulk-deed'
import { filesText } from './set-label'

/** Why a snapshot was taken, in words. */
export function occasionText(occasion: SnapshotOccasion): string {
  switch (occasion.code) {
    case 'by-hand':
      return 'Taken by hand'
    case 'daily':
      return 'Taken daily'
    case 'archive':
      return `Archive ${occasion.file}`
    case 'import':
      return `Before import of ${occasion.file}`
    case 'many-products':
      return `Before: ${deedText(occasion, occasion)}`
    case 'replace-pictures':
      return `Before replacing pictures from ${filesText(occasion)}`
  }
}
