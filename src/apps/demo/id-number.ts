const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A made-up resident identity number that passes the check (GB 11643), in an area code that is not in use; each network has its own. */
export function demoIdNumber(birthDate: string, sex: 'female' | 'male', place: number, area = '999999'): string {
  const sequence = String((place * 2 + (sex === 'male' ? 1 : 0)) % 1000).padStart(3, '0')
  const digits = `${area}${birthDate.replaceAll('-', '')}${sequence}`
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return digits + '10X98765432'[sum % 11]
}
