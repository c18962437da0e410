import { xmlText } from './sheet-xml'

// The parts of a workbook beside its sheets.

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const spreadsheetMl = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const ofPackage = 'http://schemas.openxmlformats.org/package/2006'
const typeOf = (kind: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`

/** `filtered`: the cells that its filter goes over, such as `$A$1:$C$9`. */
export type WrittenSheet = { name: string; filtered: string }

/** Where each is in the archive, in the order of the sheets. */
export const sheetPath = (at: number): string => `xl/worksheets/sheet${at + 1}.xml`

const styles = `${head}<styleSheet xmlns="${spreadsheetMl}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

/** What is known once all sheets are written. Spreadsheets find a filter by the name of its cells too. */
export function workbookParts(sheets: readonly WrittenSheet[]): { name: string; text: string }[] {
  const each = (part: (sheet: WrittenSheet, at: number) => string) => sheets.map(part).join('')
  const quoted = (name: string) => xmlText(`'${name.replaceAll("'", "''")}'`)
  return [
    { name: 'xl/styles.xml', text: styles },
    {
      name: 'xl/workbook.xml',
      text: `${head}<workbook xmlns="${spreadsheetMl}" xmlns:r="${relationships}"><bookViews><workbookView/></bookViews><sheets>${each(({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)}</sheets><definedNames>${each(({ name, filtered }, at) => `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${quoted(name)}!${filtered}</definedName>`)}</definedNames></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `${head}<Relationships xmlns="${ofPackage}/relationships">${each((_, at) => `<Relationship Id="rId${at + 1}" Type="${relationships}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: '_rels/.rels',
      text: `${head}<Relationships xmlns="${ofPackage}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: '[Content_Types].xml',
      text: `${head}<Types xmlns="${ofPackage}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${typeOf('sheet.main')}"/><Override PartName="/xl/styles.xml" ContentType="${typeOf('styles')}"/>${each((_, at) => `<Override PartName="/${sheetPath(at)}" ContentType="${typeOf('worksheet')}"/>`)}</Types>`,
    },
  ]
}
