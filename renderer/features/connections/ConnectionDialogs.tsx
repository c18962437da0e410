export function ConnectionDialogs() {
  return null
}
