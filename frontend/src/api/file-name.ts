/** The name in a Content-Disposition, as our server writes it (RFC 6266, extended form); null where there is none. */
export function fileNameOf(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (encoded === undefined) return null
  try {
    return decodeURIComponent(encoded)
  } catch {
    // Not percent-encoded UTF-8 after all: then it is no name of ours.
    return null
  }
}
