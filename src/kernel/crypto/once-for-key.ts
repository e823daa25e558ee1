/** Makes something of a key once and keeps it as long as the key lives: deriving, or making ready for OpenSSL, takes longer than using. */
export function onceForKey<T>(make: (key: Uint8Array) => T): (key: Uint8Array) => T {
  const kept = new WeakMap<Uint8Array, { readonly made: T }>()
  return (key) => {
    const known = kept.get(key)
    if (known !== undefined) return known.made
    const made = make(key)
    kept.set(key, { made })
    return made
  }
}
