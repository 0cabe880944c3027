export const grantReasons = ['registration', 'visit', 'referral', 'board', 'contract', 'consent', 'break-glass'] as const
/** Why an institution may see a person. */
export type GrantReason = (typeof grantReasons)[number]

export const openingReasons = ['self', 'proxy', ...grantReasons] as const
/** Why a person was opened: herself, a family member who acts for her, or a grant of the acting institution. */
export type OpeningReason = (typeof openingReasons)[number]
