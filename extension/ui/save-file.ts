/** Hands a file to the person, without the permission that the browser's interface for downloads asks for. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  Object.assign(link, { href: address, download: name })
  link.click()
  // The browser takes hold of the content after the click; taken back at once, some save nothing.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export const jsonFile = (...text: BlobPart[]): Blob => new Blob(text, { type: 'application/json' })
