import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { enums } from '../../client/enums'
import { findPeople } from '../../client/operations'
import { ask } from '../../wire/query'
import { useBilingual, useWords } from '../../words/use-words'

type Props = { readonly id: string; readonly value: string | undefined; readonly choose: (personId: string) => void }

/** A person on the institution's cards, by name, pinyin or phone. */
export function PersonChoice({ value, choose, ...control }: Props) {
  const { shell } = useWords()
  const pick = useBilingual()
  const [text, setText] = useState('')
  const typed = useDeferredValue(text.trim())
  const { data } = useQuery({ ...ask(findPeople, { text: typed }), enabled: typed !== '' })
  return (
    <Select
      {...control}
      showSearch
      filterOption={false}
      value={value ?? null}
      onSearch={setText}
      onChange={choose}
      notFoundContent={typed === '' ? null : shell.searchEmpty(typed)}
      options={(data?.items ?? []).map(({ personId, name, sex, ageYears, phoneLastFour }) => ({
        value: personId,
        label: [name, pick(enums.sex[sex]), shell.age(ageYears), phoneLastFour && `…${phoneLastFour}`].filter(Boolean).join(' · '),
      }))}
    />
  )
}
