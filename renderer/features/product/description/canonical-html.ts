import { htmlFragment } from './html-fragment'

const textBlocks = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre'])
const containers = new Set([
  'ul',
  'ol',
  'li',
  'blockquote',
  'div',
  'table',
  'tbody',
  'thead',
  'tfoot',
  'tr',
  'td',
  'th',
  'section',
])
const twins: Record<string, string> = { b: 'strong', i: 'em', strike: 's', del: 's' }

type Run = { text: string; marks: string }

/**
 * One spelling for all HTML that says the same: `<b>` is `<strong>`, white space is folded, text outside of a block is
 * a paragraph. What two documents do not share shows as a difference, so nothing unknown may be left out here.
 */
export function canonicalHtml(html: string): string {
  return blocksOf(htmlFragment(html))
}

function blocksOf(parent: Node): string {
  let blocks = ''
  let loose: Node[] = []
  const closeLoose = () => {
    const text = runsOf(loose, false)
    if (text !== '') blocks += `<p>${text}</p>`
    loose = []
  }
  for (const node of parent.childNodes) {
    const name = nameOf(node)
    if (node instanceof Element && (textBlocks.has(name) || containers.has(name) || name === 'hr')) {
      closeLoose()
      const inside = textBlocks.has(name) ? runsOf([...node.childNodes], name === 'pre') : blocksOf(node)
      blocks += `<${name}${attributesOf(node)}>${isCell(name) && inside === '<p></p>' ? '' : inside}</${name}>`
    } else {
      loose.push(node)
    }
  }
  closeLoose()
  return blocks
}

/** An empty cell is one with an empty paragraph, which the editor needs to put the cursor in. */
const isCell = (name: string) => name === 'td' || name === 'th'

function runsOf(nodes: Node[], keepSpace: boolean): string {
  const runs: Run[] = []
  for (const node of nodes) collect(node, [], runs, keepSpace)
  const last = runs.at(-1)
  if (!keepSpace && last && !last.text.startsWith('<')) last.text = last.text.replace(/[ \t\r\n\f]+$/, '')
  let text = ''
  let marks = ''
  for (const run of runs) {
    if (run.text === '') continue
    if (run.marks !== marks) text += `{${run.marks}}`
    marks = run.marks
    text += run.text
  }
  return text
}

function collect(node: Node, marks: string[], runs: Run[], keepSpace: boolean): void {
  const sorted = [...new Set(marks)].sort().join(' ')
  if (node.nodeType === Node.TEXT_NODE) {
    const raw = (node.textContent ?? '').replaceAll('<', '&lt;')
    runs.push({ text: keepSpace ? raw : folded(raw, runs), marks: sorted })
  } else if (!(node instanceof Element)) {
    runs.push({ text: `<!${node.textContent ?? ''}>`, marks: sorted })
  } else if (node.childNodes.length === 0) {
    runs.push({ text: `<${nameOf(node)}${attributesOf(node)}>`, marks: sorted })
  } else {
    const mark = `${nameOf(node)}${attributesOf(node)}`
    for (const child of node.childNodes) collect(child, [...marks, mark], runs, keepSpace)
  }
}

/** A space at the start of a block, after another space or after a line break is not seen. */
function folded(text: string, before: Run[]): string {
  const previous = before.findLast((run) => run.text !== '')?.text ?? ' '
  const one = text.replace(/[ \t\r\n\f]+/g, ' ')
  return previous.endsWith(' ') || previous.startsWith('<br') ? one.replace(/^ /, '') : one
}

function nameOf(node: Node): string {
  const name = node.nodeName.toLowerCase()
  return twins[name] ?? name
}

function attributesOf(element: Element): string {
  const sorted = [...element.attributes].map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort()
  return sorted.join('')
}
