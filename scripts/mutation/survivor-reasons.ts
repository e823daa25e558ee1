/** Why a mutation survives, keyed by file and the line that it made: it changes nothing that can be seen. */
export const survivorReasons: Readonly<Record<string, string>> = {}
