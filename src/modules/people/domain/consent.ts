import { present } from '../../../kernel/assert.ts'
import { ok } from '../../../kernel/result.ts'
import { refuse } from '../refusals.ts'

export const consentPurposes = ['service', 'history'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

/** What everybody has to agree to before she uses the app; anything else is asked when there is a reason. */
export const neededPurposes: readonly ConsentPurpose[] = ['service']

/** How long an institution that has brought in somebody's history may see it, by the text of that consent. */
export const historyDays = 365

type ConsentText = { readonly version: number; readonly sentences: readonly { readonly zh: string; readonly en: string }[] }

/** The texts in force, oldest first; a changed sentence is a new version, and everybody is asked again. */
const consentTexts: Readonly<Record<ConsentPurpose, readonly ConsentText[]>> = {
  service: [
    {
      version: 1,
      sentences: [
        {
          zh: '我同意使用本应用预约、查看和更改就诊。',
          en: 'I agree to use this app to book, see and change visits.',
        },
        {
          zh: '为此会保存我的姓名、性别、出生日期、手机号和证件号，它们属于敏感个人信息。',
          en: 'For this my name, sex, birth date, phone and ID number are kept; they are sensitive personal information.',
        },
        {
          zh: '确认一次预约后，参与这次就诊的机构可以查看我的资料，就诊结束 90 天后或预约取消时不再能查看。',
          en: 'When a visit is confirmed, the institutions that take part in it may see my facts; ninety days after the visit, or when it is cancelled, they no longer may.',
        },
        {
          zh: '除此之外，不会把我的资料交给任何人，法律要求的除外。',
          en: 'Beyond this my facts are given to nobody, unless the law demands it.',
        },
        {
          zh: '每一次查看都有记录，我随时可以看到哪家机构在什么时候、为什么看过。',
          en: 'Every look is written down, and I can always read which institution looked, when and why.',
        },
        {
          zh: '我可以随时撤回同意：撤回后不能再用本应用预约，已约好的就诊不受影响，也可以到服务台办理。',
          en: 'I can withdraw this at any time: then I can no longer book here; visits already booked stand, and the desk still serves me.',
        },
      ],
    },
  ],
  history: [
    {
      version: 1,
      sentences: [
        {
          zh: '我同意登记这份同意书的机构，把我在其他医疗机构的病历资料导入本网络。',
          en: 'I agree that the institution which records this paper brings my records of other institutions into this network.',
        },
        {
          zh: '自签署之日起一年内，这家机构可以查看我在各机构的资料；不会因此交给其他机构。',
          en: 'For one year from signing, this institution may see my facts of all institutions; no other institution gets them by this.',
        },
        {
          zh: '每一次查看都有记录，我随时可以看到；我可以随时撤回，撤回后它不再能查看。',
          en: 'Every look is written down for me to read; I can withdraw this at any time, and then it no longer sees them.',
        },
      ],
    },
  ],
}

/** The text that has to be agreed now. */
export const newestText = (purpose: ConsentPurpose): ConsentText => present(consentTexts[purpose].at(-1), `a text for ${purpose}`)

/** Only the newest text can be agreed: who read an older one has not read what holds. */
export function readTextVersion(purpose: ConsentPurpose, version: number) {
  const newest = newestText(purpose).version
  return version === newest ? ok(version) : refuse('people.consent-text-old', { newest })
}
