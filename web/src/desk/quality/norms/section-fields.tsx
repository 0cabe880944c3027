import { Icon } from '../../../parts/icon'
import { useWords } from '../../../words/use-words'
import { NameFields } from './name-fields'
import { emptySection, replaced, type Section, without } from './norm-draft'

type Props = { readonly sections: readonly Section[]; readonly change: (sections: Section[]) => void }

/** The text of a norm, section by section. */
export function SectionFields({ sections, change }: Props) {
  const words = useWords().loop
  return (
    <section className="terms">
      <h2>{words.sections}</h2>
      {sections.map(({ heading, text }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections are named by their place
        <fieldset key={place} className="norm-part">
          <NameFields
            labels={[words.headingZh, words.headingEn]}
            value={heading}
            change={(next) => change(replaced(sections, place, { heading: next }))}
          />
          <NameFields
            labels={[words.textZh, words.textEn]}
            value={text}
            long
            change={(next) => change(replaced(sections, place, { text: next }))}
          />
          {sections.length > 1 && (
            <button type="button" className="text" onClick={() => change(without(sections, place))}>
              {words.remove}
            </button>
          )}
        </fieldset>
      ))}
      <button type="button" className="text" onClick={() => change([...sections, emptySection])}>
        <Icon name="plus" />
        {words.addSection}
      </button>
    </section>
  )
}
