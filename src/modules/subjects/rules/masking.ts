/** First character, then two stars whatever the length, so that the mask does not tell how long the name is. */
export function maskPersonName(name: string): string {
  const [first = ''] = name
  return `${first}**`
}

/** Hides the trade name and leaves place, trade and legal form; without a known trade name all but the two ends. */
export function maskOrganisationName(name: string, tradeName: string | null): string {
  if (tradeName !== null && name.includes(tradeName)) return name.replace(tradeName, () => '**')
  const characters = [...name]
  return characters.length <= 6 ? `${characters[0] ?? ''}**` : `${characters.slice(0, 2).join('')}**${characters.slice(-4).join('')}`
}

/** Region and last four characters stay: 440114********0012. Documents of other lengths keep the first and the last two. */
export function maskIdNumber(idNumber: string): string {
  if (idNumber.length === 18) return `${idNumber.slice(0, 6)}********${idNumber.slice(-4)}`
  return idNumber.length <= 4 ? '****' : `${idNumber.slice(0, 1)}****${idNumber.slice(-2)}`
}

/** 92440114MA5A****2K */
export function maskCreditCode(creditCode: string): string {
  return creditCode.length === 18 ? `${creditCode.slice(0, 12)}****${creditCode.slice(-2)}` : '****'
}

/** 138****0000; of a landline the area code and the last two digits stay. */
export function maskPhone(phone: string): string {
  if (/^1\d{10}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`
  const landline = /^(0\d{2,3})-\d{5,6}(\d{2})$/.exec(phone)
  return landline === null ? '****' : `${landline[1] ?? ''}-****${landline[2] ?? ''}`
}

// A residential 小区, 社区 or 园区 is no district: it must not stay.
const DOWN_TO_TOWN =
  /^(?:[^省市县区镇乡]{1,7}(?:省|自治区))?(?:[^省市县区镇乡]{1,9}市)?(?:[^省市县区镇乡街]{1,7}(?:县|(?<![小社园])区))?(?:[^省市县区镇乡街]{1,7}(?:街道|镇|乡))?/u

/** Down to the town or street; road, building and room are hidden. */
export function maskAddress(address: string): string {
  return `${DOWN_TO_TOWN.exec(address)?.[0] ?? ''}****`
}
