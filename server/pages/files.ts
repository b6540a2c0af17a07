import { readFileSync } from 'node:fs'

/** What lies here beside the sources. Nobody else reads a file by where its source is, as the bundle puts all in one place. */
export const pageFile = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
