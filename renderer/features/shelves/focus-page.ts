/** Into the first box of the open page, which may have to be read first. */
export function focusPage(tries = 60): void {
  const box = document.querySelector<HTMLElement>('[data-shelf-page] input')
  if (box) box.focus()
  else if (tries > 0) requestAnimationFrame(() => focusPage(tries - 1))
}
