import { ok } from '../../../kernel/result.ts'
import { refuse } from '../refusals.ts'

const shortestPassword = 10

/** The most used passwords of ten characters and more, as leaked lists show them; shorter ones fall by their length. */
const commonPasswords = new Set(
  `0123456789 1234567890 12345678910 1234567891 123456789a 1234567890q 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 5201314520 9876543210 a123456789
  a1234567890 aa12345678 aa123456789 abc1234567 abc123456789 abcd123456 abcd1234567 administrator asd123456789 asdfghjkl1 asdfghjkl; iloveyou123
  iloveyou1314 password01 password11 password12 password123 password1234 q123456789 qaz1234567 qazwsxedcrfv qq123456789 qwer123456 qwerty1234
  qwerty12345 qwerty123456 qwertyuiop woaini1314 woaini123456 woaini520 woaini5201314 wang123456 zxcvbnm123 zxcvbnm123456 zaq12wsxcde3 passw0rd123
  letmein123 welcome123 changeme123 p@ssw0rd123 p@ssword123`.split(/\s+/),
)

/** A password that is not among the first guesses: long enough, not common, not one's own login or phone, not a few characters over and over. */
export function readPassword(password: string, { login, phone }: { readonly login: string; readonly phone: string | null }) {
  const folded = password.toLowerCase()
  const guessed =
    password.length < shortestPassword || commonPasswords.has(folded) || new Set(folded).size < 5 || folded === login || folded === phone
  return guessed ? refuse('people.password-weak', { least: shortestPassword }) : ok(password)
}

/** A login as it is kept: small letters, digits and . _ - @, two to 64 of them. */
export function readLogin(text: string) {
  const login = text.trim().toLowerCase()
  return /^[a-z0-9][a-z0-9._@-]{1,63}$/.test(login) ? ok(login) : refuse('people.login-wrong')
}
