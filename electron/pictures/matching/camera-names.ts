/** Names that cameras, telephones and programs give: they say nothing about the product. */
export function isCameraName(stem: string): boolean {
  return cameraNames.some((pattern) => pattern.test(stem))
}

/** What repeats begins with a sign that cannot end what is before it: otherwise one long name has millions of readings. */
const cameraNames = [
  /^(?:_?(?:img|dsc[nf]?|dscf|pict?|p|gopr|mvimg|pxl|imag|cimg|sam|hpim|kif|stb|photo|image|foto|bild|scan|capture|dji|_mg|_dsc))[\s_\-.]?\d{3,}(?:[\s_\-.]_*[^\W_]{1,12})*_*(?:\s?\(\d+\))?$/i,
  /^(?:whatsapp|screenshot|bildschirmfoto|screen shot|signal|telegram|facetune|snapseed|untitled|unbenannt|photo|image|download|picture|foto|bild)\b.{0,60}$/i,
  /^(?:19|20)\d{2}[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12]\d|3[01])(?:\d{2,})?(?:[-_ .T]\d{2,})*(?:\s?\(\d+\))?$/,
  /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i,
]

/** Counted up by a camera: an SKU that looks the same is no proof. */
export const isCounterName = (stem: string): boolean => counters.test(stem)

const counters =
  /^(?:_?(?:img|dsc[nf]?|mg|gopr|pict|imag|cimg|hpim|dji|mvimg|pxl)[\s_\-.]?\d+|p\d{7})(?:[\s_\-.]_*[^\W_]{1,12})*_*(?:\s?\(\d+\))?$/i
