// Runs before the first paint, as a small script of its own that the page waits for: what was chosen in this browser
// must not flash the other theme first, and the texts of its language begin to load together with the app.
// `use-theme.ts` and `locale.ts` store what is read here.

/** The address of each language's texts; the build writes it in. */
declare const TEXTS: Record<string, string>

const root = document.documentElement
try {
  const theme = localStorage.getItem('rechat.theme')
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  const wanted = [localStorage.getItem('rechat.locale') ?? '', ...navigator.languages]
  const language = wanted.map((tag) => /^(zh|en)\b/i.exec(tag)?.[1]?.toLowerCase()).find(Boolean)
  root.lang = language === 'zh' ? 'zh-CN' : 'en'
} catch {
  // The browser refuses storage: the system's theme, and English until the app is there.
}
const texts = TEXTS[root.lang]
if (texts) {
  const link = document.createElement('link')
  link.rel = 'modulepreload'
  link.href = texts
  document.head.append(link)
}

export {}
