import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = normalize(join(dirname(fileURLToPath(import.meta.url)), '..', '..'))

export type SourceFile = {
  path: string
  text: string
  lines: number
  imports: string[]
  packages: string[]
  /** Of both, what is there when it runs: no types. */
  loads: string[]
}

const specifiers =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g
const typesOnly =
  /(?:^|\n)\s*(?:import|export) (?:type (?:\{[^}]*\}|\* as \w+|\w+)|\{(?:\s*type \w+(?: as \w+)?,?)+\s*\}) from\s*['"][^'"]+['"]/g

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const at = join(folder, name)
    return statSync(at).isDirectory() ? walk(at) : /\.tsx?$/.test(name) ? [at] : []
  })
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/[^\n]*/g, '$1')

function read(at: string): SourceFile {
  const raw = readFileSync(at, 'utf8')
  const text = withoutComments(raw)
  const named = namedIn(text)
  const pathOf = (name: string) => (name.startsWith('.') ? posix(relative(root, join(dirname(at), name))) : name)
  return {
    path: posix(relative(root, at)),
    text,
    lines: raw.split('\n').length - 1,
    imports: named.filter((name) => name.startsWith('.')).map(pathOf),
    packages: named.filter((name) => !name.startsWith('.')),
    loads: namedIn(text.replace(typesOnly, '')).map(pathOf),
  }
}

const namedIn = (text: string): string[] =>
  [...text.matchAll(specifiers)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')

const posix = (path: string) => path.split(sep).join('/')

/** Every TypeScript file below the named top folders, with what it imports: files of ours by path, packages by name. */
export const sourceFiles = (...folders: string[]): SourceFile[] =>
  folders.filter((folder) => existsSync(join(root, folder))).flatMap((folder) => walk(join(root, folder)).map(read))

/** Everything reachable from a file through our own imports, itself included; of what it loads, packages too. */
export function reachable(
  from: string,
  files: Map<string, SourceFile>,
  through: 'imports' | 'loads' = 'imports',
): Set<string> {
  const seen = new Set<string>()
  const queue = [from]
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    queue.push(...(files.get(path)?.[through] ?? []))
  }
  return seen
}

/** One cycle of imports as a list of paths, or undefined. */
export function cycle(files: Map<string, SourceFile>): string[] | undefined {
  const done = new Set<string>()
  const visit = (path: string, trail: string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return undefined
    for (const next of files.get(path)?.imports ?? []) {
      const found = visit(next, [...trail, path])
      if (found) return found
    }
    done.add(path)
    return undefined
  }
  for (const path of files.keys()) {
    const found = visit(path, [])
    if (found) return found
  }
  return undefined
}
