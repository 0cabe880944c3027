import { enums } from '../../../client/enums'
import { formatFen } from '../../../parts/money'
import { useBilingual, useWords } from '../../../words/use-words'
import { categories, cellOf, type PricePart, type PriceTexts, titles, totalOf } from './price.order'

/** What an offering is made of, by title of the expert; the parts stand above the total. */
export function PriceTable({ prices }: { prices: readonly PricePart[] }) {
  const words = useWords().booking
  const pick = useBilingual()
  const shown = titles.filter((title) => prices.some((price) => price.title === title))
  const amountOf = (title: string, category: string) =>
    prices.find((price) => price.title === title && price.category === category)?.amountFen
  return (
    <table className="sum num">
      <tbody>
        {shown.map((title) => (
          <tr key={title} className="price-of">
            <th scope="row">
              {pick(enums.title[title])}
              <small className="note">
                {categories
                  .flatMap((category) => {
                    const amount = amountOf(title, category)
                    return amount === undefined ? [] : [`${pick(enums.chargeCategory[category])} ${formatFen(amount)}`]
                  })
                  .join(' + ')}
              </small>
            </th>
            <td>
              <span className="sr">{words.total}</span>
              {formatFen(totalOf(prices, title))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same as fields in yuan. */
export function PriceFields({ texts, change }: { texts: PriceTexts; change: (texts: PriceTexts) => void }) {
  const words = useWords().booking
  const pick = useBilingual()
  return (
    <table className="price-fields num">
      <caption className="note">{words.amountYuan}</caption>
      <thead>
        <tr>
          <td />
          {categories.map((category) => (
            <th key={category} scope="col">
              {pick(enums.chargeCategory[category])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {titles.map((title) => (
          <tr key={title}>
            <th scope="row">{pick(enums.title[title])}</th>
            {categories.map((category) => (
              <td key={category}>
                <input
                  inputMode="decimal"
                  aria-label={`${pick(enums.title[title])} ${pick(enums.chargeCategory[category])}`}
                  value={texts[cellOf(title, category)] ?? ''}
                  onChange={({ target }) => change({ ...texts, [cellOf(title, category)]: target.value })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
