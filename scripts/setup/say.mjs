/** A step that cannot go on; its message tells the reader what to do. */
export class SetupFailure extends Error {}

/** One line about work that takes a while. A set-up with nothing to do prints nothing. */
export function say(line) {
  console.log(`set-up: ${line}`)
}
