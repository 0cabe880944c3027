import { enums } from '../client/enums'
import { useBilingual } from '../words/use-words'
import { Icon } from './icon'

type PromisedResource = {
  readonly role: 'expert' | 'room' | 'device'
  readonly title: keyof typeof enums.title | null
  readonly name: { readonly zh: string; readonly en: string }
  readonly owner: { readonly zh: string; readonly en: string }
}

/** Who and what is promised, each with its owner. */
export function PromisedResources({ resources, locked = false }: { resources: readonly PromisedResource[]; locked?: boolean }) {
  const pick = useBilingual()
  return (
    <ul className="with">
      {resources.map(({ role, title, name, owner }) => (
        <li key={role}>
          <Icon name={locked ? 'lock' : role} />
          <span className="nm">
            {role === 'expert' ? <b>{pick(name)}</b> : pick(name)} {title && pick(enums.title[title])}
          </span>
          <span className="own">{pick(owner)}</span>
        </li>
      ))}
    </ul>
  )
}
