/** Hands a file that was made or fetched here to the browser's downloads. */
export function saveFile(content: BlobPart, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers begin to read a large file long after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
