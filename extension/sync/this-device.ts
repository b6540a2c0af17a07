import { t } from '../ui/language.ts'

const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
]
const systems: [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

/** A name to start from, "Chrome on Linux": the person who approves the device reads it. */
export function thisDevice(userAgent: string): string {
  const named = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1]
  return t('sync.thisDevice', named(browsers) ?? t('sync.anyBrowser'), named(systems) ?? t('sync.anyComputer'))
}
