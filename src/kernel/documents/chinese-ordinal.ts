const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1 → 一, 12 → 十二, 23 → 二十三, 105 → 一百零五; for enumerations, 1 to 999. Throws a RangeError outside. */
export function chineseOrdinal(ordinal: number): string {
  if (!Number.isInteger(ordinal) || ordinal < 1 || ordinal > 999) throw new RangeError(`ordinal out of range: ${ordinal}`)
  const hundreds = digits[Math.floor(ordinal / 100)] ?? ''
  const tens = Math.floor((ordinal % 100) / 10)
  const units = digits[ordinal % 10] ?? ''
  if (hundreds === '') return (tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`) + units
  if (tens === 0) return `${hundreds}百${units === '' ? '' : `零${units}`}`
  return `${hundreds}百${digits[tens]}十${units}`
}
