const empty = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr', 'path', 'circle', 'rect', 'line', 'polygon'])

/** The Chinese words of a page that stand under no mark of their language: a screen reader would read them aloud as English. */
export function unmarkedChinese(html: string): readonly string[] {
  const languages: string[] = []
  const found: string[] = []
  for (const [, text, closing, name = '', attributes = '', selfClosed] of html.replace(/<(script|style|title)[\s>].*?<\/\1>/gs, '').matchAll(/([^<]+)|<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^>"])*?)(\/?)>/gi)) {
    if (text !== undefined) {
      if (/\p{Script=Han}/u.test(text) && (languages.at(-1) ?? '') !== 'zh-CN') found.push(text.trim())
    } else if (closing === '/') languages.pop()
    else if (!empty.has(name.toLowerCase()) && selfClosed !== '/') languages.push(/ lang="([^"]+)"/i.exec(attributes)?.[1] ?? languages.at(-1) ?? '')
  }
  return found
}
