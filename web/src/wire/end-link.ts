import { endFamilyMember, listFamily } from '../client/operations'
import { useCommand } from './use-command'

/** Ending a family link, on the desk and on the phone. */
export const useEndLink = (proxyId: string) => useCommand(endFamilyMember, proxyId, { makesOld: [[listFamily.id]] })
