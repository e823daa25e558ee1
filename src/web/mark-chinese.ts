/** Elements without an end. React writes the shapes of a drawing with one. */
const empty = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
/** Elements that hold text and no other element: the mark stands on themselves. */
const textOnly = new Set(['option', 'textarea', 'text'])
/** What nobody reads on the page. */
const unread = new Set(['script', 'style', 'title'])

/** Chinese characters with the signs and numbers between them. */
const chineseRun = /[《〈“‘（【〔]?\p{Script=Han}(?:[\p{Script=Han}\p{Nd}A-Za-z\u3000-\u303F\uFF00-\uFFEF“”‘’—…·*.-]*[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF”’*])?/gu
const token = /([^<]+)|<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^>"])*)>|<![^>]*>/g

interface Inside {
  readonly name: string
  readonly chinese: boolean
}

/**
 * Marks what is Chinese on a page in another language (WCAG 2.2, 3.1.2): names of items, units and people, and what they wrote. Done
 * once for the whole page, as React has written it, so that no page can forget it.
 */
export function markChinese(html: string): string {
  const open: Inside[] = []
  const pieces: string[] = []
  for (const match of html.matchAll(token)) {
    const [whole, text, closing, name] = match
    if (text !== undefined) pieces.push(markedText(text, open.at(-1)))
    else if (name === undefined) pieces.push(whole)
    else if (closing === '/') {
      open.pop()
      pieces.push(whole)
    } else pieces.push(markedTag({ whole, name, attributes: match[4] ?? '', rest: html.slice(match.index + whole.length, match.index + whole.length + 500) }, open))
  }
  return pieces.join('')
}

function markedText(text: string, inside: Inside | undefined): string {
  return inside === undefined || inside.chinese || unread.has(inside.name) ? text : text.replace(chineseRun, '<span lang="zh-CN">$&</span>')
}

interface Tag {
  readonly whole: string
  readonly name: string
  readonly attributes: string
  /** What follows it. */
  readonly rest: string
}

/** The tag with the mark where it needs one itself; opens its element. */
function markedTag({ whole, name, attributes, rest }: Tag, open: Inside[]): string {
  const around = open.at(-1)?.chinese ?? false
  const told = / lang="([^"]*)"/.exec(attributes)?.[1]
  const marks = told === undefined && !around && textOnly.has(name) && /^[^<]*\p{Script=Han}/u.test(rest)
  if (!empty.has(name) && !attributes.endsWith('/')) open.push({ name, chinese: marks || (told === undefined ? around : told === 'zh-CN') })
  return marks ? `<${name} lang="zh-CN"${attributes}>` : whole
}
