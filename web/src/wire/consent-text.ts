import { useQuery } from '@tanstack/react-query'
import { type ListConsentTextsAnswer, listConsentTexts } from '../client/operations'
import { ask } from './query'

/** The texts of consent as they have to be read now. */
export const consentTexts = () => ({ ...ask(listConsentTexts, {}), staleTime: 300_000 })

/** The terms of use; null until they are here. */
export const useServiceText = (): ListConsentTextsAnswer['items'][number] | null =>
  useQuery(consentTexts()).data?.items.find(({ purpose }) => purpose === 'service') ?? null
