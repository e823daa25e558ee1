/** The fields of the posted form of a page as a browser would send them back unchanged, with the named ones filled in differently. */
export function filledForm(html: string, changes: Readonly<Record<string, string | readonly string[]>> = {}): Readonly<Record<string, readonly string[]>> {
  const form = /<form[^>]*method="post"[^>]*>(.*?)<\/form>/s.exec(html)?.[1] ?? ''
  const fields = new Map<string, string[]>()
  const add = (name: string, value: string) => fields.set(name, [...(fields.get(name) ?? []), value])
  for (const [, attributes = '', inner = ''] of form.matchAll(/<(?:input|textarea|select)(\s[^>]*?)\/?>(?:((?:(?!<\/?(?:input|select|textarea|fieldset|form|div)).)*)<\/(?:textarea|select)>)?/gs)) {
    const name = attributeOf(attributes, 'name')
    if (name === undefined) continue
    const type = attributeOf(attributes, 'type')
    if (type === 'checkbox' || type === 'radio') {
      if (/\schecked(=|\s|$)/.test(attributes)) add(name, attributeOf(attributes, 'value') ?? 'on')
    } else if (inner.includes('<option')) add(name, attributeOf(/<option([^>]*\sselected[^>]*)>/.exec(inner)?.[1] ?? /<option([^>]*)>/.exec(inner)?.[1] ?? '', 'value') ?? '')
    else add(name, attributeOf(attributes, 'value') ?? textOf(inner.replace(/^\n/, '')))
  }
  return { ...Object.fromEntries(fields), ...Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, typeof value === 'string' ? [value] : value])) }
}

function attributeOf(attributes: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1]
  return value === undefined ? undefined : textOf(value)
}

function textOf(markup: string): string {
  return markup.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
