const unused = 'the index is always inside the list, so the value after ?? is never used'
const zeroReturned = 'a count of zero has returned before this line'

/** Why a mutation survives, keyed by file and the line that it made: it changes nothing that can be seen. */
export const survivorReasons: Readonly<Record<string, string>> = {
  'calendar.ts const corrections = [1]': 'moves the origin of all positions by one; only differences of positions count',
  'calendar.ts for (const number of this.#differing) corrections.push((corrections.at(-1) ?? 1) + (isWeekday(number) ? -1 : 1))': unused,
  'calendar.ts return this.#differing[index] ?? 1': unused,
  'calendar.ts return this.#corrections[index] ?? 1': unused,
  'calendar.ts return firstIndex(ascending.length, (index) => (ascending[index] ?? 1) >= bound)': unused,
  'day.ts return a <= b ? b : a': 'of two equal days either is the later one',
  'limits.ts const before = calendar.workingDaysBefore(count >= 0 ? addCalendarDays(from, 1) : from)': zeroReturned,
  'limits.ts const day = calendar.workingDayAt(before + count - (count >= 0 ? 1 : 0))': zeroReturned,
  'limits.ts return { day, provisional: count >= 0 ? calendar.isProvisional(addCalendarDays(from, 1), day) : calendar.isProvisional(day, addCalendarDays(from, -1)) }': zeroReturned,
  'limits.ts if (from >= to) {': 'two equal days have returned before this line',
  'due.ts if (from > stop.resumedOn) return 0': 'from a day to itself the difference below is zero as well',
  'timer-commands.ts return last === undefined && false ? timer : { ...timer, segments: [...timer.segments.slice(0, -1), { ...last, endedAt: at }] }': 'a timer always has a segment; the question is for the compiler',
  'attribution.ts const to = segment.endedAt !== undefined && segment.endedAt <= horizon ? segment.endedAt : horizon': 'where the two instants are equal it does not matter which is taken',
  'recompute.ts if (error instanceof Refusal || error.code === timeErrors.calendarMissing.code) return undefined': 'whatever else the old calendar refuses the new one refuses too, in the next line',
  'explain.ts const segment = timer.segments.findLast((each) => each.startedAt < end) ?? timer.segments[1]': 'no day before the anchor is explained, so a segment is always found',
  'explain.ts const by = open === undefined && due.at <= endOfDay ? due.at : endOfDay': 'where the two instants are equal it does not matter which is taken',
}
