import { describe, expect, test } from 'vitest'
import { lexiconsFor } from '../../../extension/heuristics/lexicon.ts'
import type { Reader } from '../../../extension/heuristics/page/reader.ts'
import { termOf } from '../../../extension/heuristics/page/term.ts'

const reader = (code: string): Reader => ({ code, lang: code, order: lexiconsFor(code) })
const days = (label: string, text: string, code: string) =>
  termOf(label, text, reader(code))?.map((fact) => [fact.label, fact.text])

describe('both days of a term in one text', () => {
  test.each([
    ['en', 'Term', 'Apr 1, 2026 – Mar 31, 2027', 'Apr 1, 2026', 'Mar 31, 2027'],
    ['en', 'Contract', '2026-04-01 to 2027-03-31', '2026-04-01', '2027-03-31'],
    ['de', 'Laufzeit', 'vom 01.04.2026 bis 31.03.2027', '01.04.2026', '31.03.2027'],
    ['fr', 'Période', 'du 1 avril 2026 au 31 mars 2027', '1 avril 2026', '31 mars 2027'],
    ['es', 'Vigencia', 'del 01/04/2026 al 31/03/2027', '01/04/2026', '31/03/2027'],
    ['ja', '契約期間', '2026年4月1日 ～ 2027年3月31日', '2026年4月1日', '2027年3月31日'],
    ['ja', '契約期間', '2026/04/01～2027/03/31まで', '2026/04/01', '2027/03/31'],
    ['zh', '有效期', '2026-04-01 至 2027-03-31', '2026-04-01', '2027-03-31'],
    ['pl', 'Okres', 'od 01.04.2026 do 31.03.2027', '01.04.2026', '31.03.2027'],
    ['en', '', 'Valid from Apr 1, 2026 to Mar 31, 2027', 'Apr 1, 2026', 'Mar 31, 2027'],
  ])('%s: %s %s', (code, label, text, from, to) =>
    expect(days(label, text, code)).toEqual([
      ['term start', from],
      ['term end', to],
    ]),
  )

  test.each([
    ['backwards', 'Term', '2027-03-31 – 2026-04-01'],
    ['of a former one', 'Previous term', '2025-04-01 – 2026-03-31'],
    ['with other words before', '', 'Report of sales 2026-04-01 – 2026-04-30'],
    ['with other words behind', '', '2026-04-01 – 2026-04-30 maintenance window'],
    ['one day and a time', 'Changed', '2026-04-01 – 12:30'],
    ['one day', 'Renews', '2026-04-01'],
    ['numbers', 'Order', '2026-1182 – 2026-1190'],
  ])('none: %s', (_, label, text) => expect(days(label, text, 'en')).toBeUndefined())
})
