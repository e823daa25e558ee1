/** Prints a line for the person at the terminal; everything for machines goes through the log. */
export function say(line: string): void {
  console.log(line)
}
