/** Named characters of HTML: all of HTML 4, and the letters of Latin Extended-A. Editors write these into descriptions. */

const latin1 = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute
micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave
Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml
Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth
ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`
/** A dash: HTML has no name for this one. */
const latinExtended = `Amacr amacr Abreve abreve Aogon aogon Cacute cacute Ccirc ccirc Cdot cdot Ccaron ccaron Dcaron dcaron
Dstrok dstrok Emacr emacr - - Edot edot Eogon eogon Ecaron ecaron Gcirc gcirc Gbreve gbreve Gdot gdot Gcedil - Hcirc hcirc
Hstrok hstrok Itilde itilde Imacr imacr - - Iogon iogon Idot imath IJlig ijlig Jcirc jcirc Kcedil kcedil kgreen Lacute lacute
Lcedil lcedil Lcaron lcaron Lmidot lmidot Lstrok lstrok Nacute nacute Ncedil ncedil Ncaron ncaron napos ENG eng Omacr omacr
- - Odblac odblac OElig oelig Racute racute Rcedil rcedil Rcaron rcaron Sacute sacute Scirc scirc Scedil scedil Scaron scaron
Tcedil tcedil Tcaron tcaron Tstrok tstrok Utilde utilde Umacr umacr Ubreve ubreve Uring uring Udblac udblac Uogon uogon Wcirc
wcirc Ycirc ycirc Yuml Zacute zacute Zdot zdot Zcaron zcaron`
const greek = `Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi
Chi Psi Omega - - - - - - - alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf
sigma tau upsilon phi chi psi omega`
const others: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", fnof: 'ƒ', circ: 'ˆ', tilde: '˜', inodot: 'ı' },
  ...{ thetasym: 'ϑ', upsih: 'ϒ', piv: 'ϖ', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009', zwnj: '\u200c' },
  ...{ zwj: '\u200d', lrm: '\u200e', rlm: '\u200f', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚' },
  ...{ ldquo: '“', rdquo: '”', bdquo: '„', dagger: '†', Dagger: '‡', bull: '•', hellip: '…', permil: '‰', prime: '′' },
  ...{ Prime: '″', lsaquo: '‹', rsaquo: '›', oline: '‾', frasl: '⁄', euro: '€', image: 'ℑ', weierp: '℘', real: 'ℜ' },
  ...{ trade: '™', alefsym: 'ℵ', larr: '←', uarr: '↑', rarr: '→', darr: '↓', harr: '↔', crarr: '↵', lArr: '⇐' },
  ...{ uArr: '⇑', rArr: '⇒', dArr: '⇓', hArr: '⇔', forall: '∀', part: '∂', exist: '∃', empty: '∅', nabla: '∇' },
  ...{ isin: '∈', notin: '∉', ni: '∋', prod: '∏', sum: '∑', minus: '−', lowast: '∗', radic: '√', prop: '∝' },
  ...{ infin: '∞', ang: '∠', and: '∧', or: '∨', cap: '∩', cup: '∪', int: '∫', there4: '∴', sim: '∼', cong: '≅' },
  ...{ asymp: '≈', ne: '≠', equiv: '≡', le: '≤', ge: '≥', sub: '⊂', sup: '⊃', nsub: '⊄', sube: '⊆', supe: '⊇' },
  ...{ oplus: '⊕', otimes: '⊗', perp: '⊥', sdot: '⋅', lceil: '⌈', rceil: '⌉', lfloor: '⌊', rfloor: '⌋', lang: '⟨' },
  ...{ rang: '⟩', loz: '◊', spades: '♠', clubs: '♣', hearts: '♥', diams: '♦' },
}

const named = new Map(Object.entries(others))
const name = (list: string, first: number): void =>
  list.split(/\s+/).forEach((each, at) => void (each !== '-' && named.set(each, String.fromCharCode(first + at))))
name(latin1, 0xa0)
name(latinExtended, 0x100)
name(greek, 0x391)
/** Browsers read these without their semicolon too. */
const bare = new Set([...latin1.split(/\s+/), 'amp', 'lt', 'gt', 'quot', 'AMP', 'LT', 'GT', 'QUOT'])
for (const each of ['AMP', 'LT', 'GT', 'QUOT']) named.set(each, named.get(each.toLowerCase()) ?? '')

const reference = /&(?:#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}))|([a-zA-Z][a-zA-Z0-9]{1,31}));?/g

/** Character references as characters: `&uuml;`, `&#252;`, `&#xfc;`. What is none stays as it is written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(reference, signOf)
}

/** Where they stand, and what they mean. */
export function findEntities(text: string): { from: number; to: number; sign: string }[] {
  if (!text.includes('&')) return []
  return [...text.matchAll(reference)].flatMap((found) => {
    const [whole, hex, decimal, word] = found
    const sign = signOf(whole, hex, decimal, word)
    return sign === whole ? [] : [{ from: found.index, to: found.index + whole.length, sign }]
  })
}

function signOf(whole: string, hex?: string, decimal?: string, word?: string): string {
  if (word !== undefined) return (whole.endsWith(';') || bare.has(word) ? named.get(word) : undefined) ?? whole
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16)
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : whole
}
