const FENCE = /^ {0,3}(`{3,}|~{3,})/

/** An answer as it is copied: its Markdown without what the model thought. */
export function withoutThoughts(markdown: string): string {
  if (!/<think|<details/i.test(markdown)) return markdown
  return outsideCode(markdown, (text) =>
    text
      .replace(/<(think|thinking)>[\s\S]*?(?:<\/\1>|$)/gi, '')
      .replace(/<details\b[^>]*>\s*<summary\b[^>]*>\s*Thinking[\s\S]*?(?:<\/details>|$)/gi, ''),
  ).trim()
}

/** Code may tell of the tags; it is left as it is. */
function outsideCode(markdown: string, change: (text: string) => string): string {
  const codes: string[] = []
  const hidden = hideFences(markdown, codes).replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, (code) => {
    codes.push(code)
    return place(codes.length - 1)
  })
  return change(hidden).replace(/\uE000(\d+)\uE001/g, (whole, index: string) =>
    restore(codes, codes[Number(index)] ?? whole),
  )
}

function hideFences(markdown: string, codes: string[]): string {
  const kept: string[] = []
  let fence: { sign: string; lines: string[] } | null = null
  for (const line of markdown.split('\n')) {
    const sign = FENCE.exec(line)?.[1]
    if (fence) {
      fence.lines.push(line)
      if (!sign?.startsWith(fence.sign)) continue
      codes.push(fence.lines.join('\n'))
      kept.push(place(codes.length - 1))
      fence = null
    } else if (sign) fence = { sign, lines: [line] }
    else kept.push(line)
  }
  return [...kept, ...(fence?.lines ?? [])].join('\n')
}

const place = (index: number) => `\uE000${index}\uE001`

function restore(codes: readonly string[], text: string): string {
  return text.replace(/\uE000(\d+)\uE001/g, (whole, index: string) => codes[Number(index)] ?? whole)
}
