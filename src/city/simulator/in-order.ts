/** Runs work side by side, but work that shares a key in the order in which it was given. */
export interface InOrder {
  add(keys: readonly string[], work: () => Promise<void>): void
  /** Waits for all that was added; throws the first error. After an error nothing more begins. */
  settle(): Promise<void>
}

/** At most `width` at once. The order of work that shares a key does not depend on how long anything takes. */
export function inOrder(width: number): InOrder {
  const last = new Map<string, Promise<void>>()
  const waiting: (() => void)[] = []
  let running = 0
  let failure: { readonly error: unknown } | undefined
  let all: Promise<void>[] = []

  const enter = async (): Promise<void> => {
    if (running < width) running += 1
    else await new Promise<void>((admit) => waiting.push(admit))
  }
  const leave = (): void => {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
  const start = async (before: readonly Promise<void>[], work: () => Promise<void>): Promise<void> => {
    await Promise.all(before)
    await enter()
    try {
      if (failure === undefined) await work()
    } catch (error) {
      failure ??= { error }
    } finally {
      leave()
    }
  }
  return {
    add(keys, work) {
      const done = start(keys.flatMap((key) => last.get(key) ?? []), work)
      for (const key of keys) last.set(key, done)
      all.push(done)
    },
    async settle() {
      await Promise.all(all)
      all = []
      last.clear()
      if (failure !== undefined) throw failure.error
    },
  }
}
