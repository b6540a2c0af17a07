import { expect, test } from 'vitest'
import de from '../../extension/locales/de.json' with { type: 'json' }
import en from '../../extension/locales/en.json' with { type: 'json' }
import { sentenceOf } from '../../extension/ui/finding-words.ts'
import { speak } from '../../extension/ui/locale.ts'
import type { Finding } from '../../shared/inventory/findings/finding.ts'

test('tools for one job: the job is named in the person’s language', () => {
  const two = { kind: 'overlap', count: 2, reason: 'video meetings', vendor: 'Zoom, Webex' } as Finding // all that is said of it
  expect(sentenceOf(two)).toBe('2 tools for video meetings: Zoom, Webex')
  speak('de', de)
  expect(sentenceOf(two)).toBe('2 Werkzeuge für Videokonferenzen: Zoom, Webex')
  speak('en', en)
})
