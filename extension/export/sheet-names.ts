/** Names that a spreadsheet takes: at most 31 characters, none of `[]:*?/\`, no apostrophe at an end, each once. */
export function sheetNames(names: string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Sheet'
    let [free, next] = [plain.slice(0, 31), 2]
    while (taken.has(free.toLowerCase())) {
      free = `${plain.slice(0, 27)} ${next}`
      next += 1
    }
    taken.add(free.toLowerCase())
    return free
  })
}
