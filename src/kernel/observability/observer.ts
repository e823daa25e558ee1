/** What is known of a request when its head was read. `parent` is the W3C `traceparent` that it brought. */
export interface Begun {
  readonly method: string
  readonly requestId: string
  readonly parent: string | undefined
}

/** What is known of it when it was answered. */
export interface Ended {
  readonly operation: string
  readonly status: number
}

/** Is told of each request twice: when it begins, and by the function that it returns, when it was answered. */
export interface Observer {
  begin(request: Begun): (ended: Ended) => void
}

/** Tells all of them. */
export function observers(all: readonly Observer[]): Observer {
  return {
    begin(request) {
      const ends = all.map((each) => each.begin(request))
      return (ended) => {
        for (const end of ends) end(ended)
      }
    },
  }
}
