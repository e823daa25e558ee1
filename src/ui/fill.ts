const place = /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g

/**
 * Puts values into `{name}` places of a text. `{count:day|days}` is the word that English puts behind that number, by the plural rules of
 * the language (1 day, 0 and 2 days). A place without a value is a fault of the program, so it throws.
 */
export function fill(template: string, params: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(place, (_, name: string, one?: string, other?: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`The text "${template}" has no value for {${name}}`)
    if (one === undefined || other === undefined) return String(value)
    return englishPlurals().select(Number(value)) === 'one' ? one : other
  })
}

let plurals: Intl.PluralRules | undefined

/** Made with the first text that asks: most pages are Chinese, which has no plural. */
function englishPlurals(): Intl.PluralRules {
  return (plurals ??= new Intl.PluralRules('en'))
}
