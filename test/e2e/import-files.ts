import type { Page } from '@playwright/test'

/** Files as a consultant has them: made up, with what such files are full of. */
export type TestFile = { name: string; mimeType: string; buffer: Buffer }

export const textFile = (name: string, text: string | Buffer): TestFile => ({
  name,
  mimeType: 'text/csv',
  buffer: typeof text === 'string' ? Buffer.from(text) : text,
})

/** A reseller's list of the client's licenses: some known, some new, some not readable, with a title and a total. */
export const licenses = textFile(
  'microsoft-licenses.csv',
  `License overview;;;;
Contoso Manufacturing, 5 February 2027;;;;
;;;;
Product;Total licenses;Assigned licenses;Expiration date;Auto renew
Microsoft 365 Business Premium;120;112;12.03.2027;Yes
Microsoft 365 E5;25;31;30.06.2027;Yes
Microsoft Defender for Office 365;40;38;30.09.2027;Yes
Visio Plan 2;six;2;20.02.2027;No
Project Plan 3;8;5;n/a;No
;3;1;01.01.2028;
Total;199;189;;
`,
)

export const people = textFile(
  'members.csv',
  `Name,Email,Status,Last active
Amara Okafor,amara.okafor@example.com,Active,03/04/2027
Jonas Lindqvist,jonas.lindqvist@example.com,Inactive,05/08/2026
Mei Tanaka,mei.tanaka@example.com,Active,
Amara Okafor,amara.okafor@example.com,Active,03/04/2027
`,
)

export const strange = textFile('tools.csv', 'Tool,Purse,Until when\nAlpha,12,2027-03-01\nBeta,x,2028-01-01\n')

export const encrypted = (): TestFile => {
  const buffer = Buffer.alloc(4096)
  buffer.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  buffer.write('EncryptedPackage', 1024, 'utf16le')
  return { name: 'licenses.xlsx', mimeType: '', buffer }
}

export const many = (rows: number): TestFile =>
  textFile(
    'people.csv',
    `Name,Email,Product,Status\n${Array.from({ length: rows }, (_, at) => `Person ${at},person${at}@example.com,Slack,Active\n`).join('')}`,
  )

export const choose = async (page: Page, file: TestFile): Promise<void> =>
  page.locator('input[type=file]').setInputFiles(file)
