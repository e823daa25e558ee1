const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Whether eight digits `yyyyMMdd` name a day of the Gregorian calendar. */
export function isRealDay(digits: string): boolean {
  if (!/^\d{8}$/.test(digits)) return false
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))]
  const leapDay = month === 2 && (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 1 : 0
  const length = (daysInMonth[month - 1] ?? 0) + leapDay
  return year >= 1 && day >= 1 && day <= length
}
