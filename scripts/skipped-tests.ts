/** A test or suite that did not run, and why. */
export interface Skipped {
  readonly name: string
  readonly reason: string
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The suites that had to run and did not: where `CI` is set, those without a Chromium to run in, unless
 * `YIMEN_TEST_WITHOUT_BROWSER` says that this machine is known to have none. At a desk they may be left out, with a line that says so.
 */
export function wronglySkipped(skipped: readonly Skipped[], env: Environment): readonly Skipped[] {
  return isSet(env['CI']) && !isSet(env['YIMEN_TEST_WITHOUT_BROWSER']) ? skipped.filter(({ reason }) => reason.includes('Chromium')) : []
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value)
}
