/** Hands a file that was made or fetched here to the browser's downloads. */
export function saveFile(content: BlobPart, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has taken what it needs only after the click has been worked off.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
