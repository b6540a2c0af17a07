import { expect, test } from 'vitest'
import { allowedRows } from '../../extension/access/allowed-rows.ts'
import figma from '../../extension/connectors/figma.ts'
import slack from '../../extension/connectors/slack.ts'

const visit = (url: string, openedAt: string, found: number) => ({ url, connector: null, found, openedAt })

test('one row for each host that is allowed, with what reads there and when it last found something', () => {
  const rows = allowedRows({
    allowed: ['https://shop.example/*', 'https://*.slack.com/*', 'https://stocktake.example/*'],
    connectors: [figma, slack],
    visits: [
      visit('https://acme.slack.com/admin', '2027-01-01T00:00:00.000Z', 3),
      visit('https://acme.slack.com/admin', '2027-01-03T00:00:00.000Z', 1),
      visit('https://acme.slack.com/admin', '2027-01-04T00:00:00.000Z', 0),
    ],
    server: 'https://stocktake.example/path',
  })
  expect(rows.map(({ host, connectors, capturedAt }) => [host, connectors.map(({ id }) => id), capturedAt])).toEqual([
    ['*.slack.com', ['slack'], '2027-01-03T00:00:00.000Z'],
    ['shop.example', [], null],
  ])
})
