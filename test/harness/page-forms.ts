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

/** What a page sends when somebody presses a button of it without having answered anything. */
export interface EmptyForm {
  readonly action: string
  readonly multipart: boolean
  readonly fields: readonly (readonly [name: string, value: string | File])[]
}

/** One for every button of every posted form: what is hidden goes along as it stands, texts are empty, nothing is ticked, a list stands at its first entry. */
export function emptyForms(html: string, path: string): readonly EmptyForm[] {
  return [...html.matchAll(/<form(\s[^>]*method="post"[^>]*)>(.*?)<\/form>/gs)].flatMap(([, form = '', inner = '']) => {
    const controls = controlsOf(inner)
    const fields = controls.flatMap(({ tag, attributes, inside }): [string, string | File][] => {
      const name = attributeOf(attributes, 'name')
      const value = tag === 'button' ? undefined : emptyAnswer(attributes, inside)
      return name === undefined || value === undefined ? [] : [[name, value]]
    })
    return controls.filter(({ tag, attributes }) => tag === 'button' && !/^(button|reset)$/.test(attributeOf(attributes, 'type') ?? '') && !/\sdisabled/.test(attributes)).map(({ attributes }) => {
      const name = attributeOf(attributes, 'name')
      return {
        action: attributeOf(attributes, 'formaction') ?? attributeOf(form, 'action') ?? path,
        multipart: attributeOf(form, 'enctype') === 'multipart/form-data',
        fields: name === undefined ? fields : [...fields, [name, attributeOf(attributes, 'value') ?? ''] as const],
      }
    })
  })
}

interface Control {
  readonly tag: string
  readonly attributes: string
  /** The entries of a list, the words of a button. */
  readonly inside: string
}

function controlsOf(form: string): readonly Control[] {
  return [...form.matchAll(/<(input|textarea|select|button)(\s[^>]*?)?\/?>(?:(.*?)<\/\1>)?/gs)].map(([, tag = '', attributes = '', inside = '']) => ({ tag, attributes, inside }))
}

function emptyAnswer(attributes: string, inside: string): string | File | undefined {
  const type = attributeOf(attributes, 'type')
  if (type === 'checkbox' || type === 'radio') return undefined
  if (type === 'file') return new File([], '')
  if (inside.includes('<option')) return attributeOf(/<option([^>]*)>/.exec(inside)?.[1] ?? '', 'value') ?? ''
  return type === 'hidden' ? (attributeOf(attributes, 'value') ?? '') : ''
}

function attributeOf(attributes: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(attributes)?.[1]
  return value === undefined ? undefined : textOf(value)
}

function textOf(markup: string): string {
  return markup.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
