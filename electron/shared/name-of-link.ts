/** The last part of the path; a link without one is named after its host, and what is no link is its own name. */
export function nameOfLink(link: string): string {
  try {
    const { pathname, host } = new URL(link)
    return decoded(pathname.split('/').filter(Boolean).pop() ?? host).slice(0, 255)
  } catch {
    return link.slice(0, 255)
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
