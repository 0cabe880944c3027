/** The address of signing in: whether somebody has just not agreed. */
export type SignInView = { declined?: true | undefined }

export const parseSignInView = (search: Record<string, unknown>): SignInView => (search.declined === true ? { declined: true } : {})
