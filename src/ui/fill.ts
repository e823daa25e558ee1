/** Puts values into `{name}` places of a text. A place without a value is a fault of the program, so it throws. */
export function fill(template: string, params: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`The text "${template}" has no value for {${name}}`)
    return String(value)
  })
}
