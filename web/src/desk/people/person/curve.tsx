import { LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { numberText, unitText } from '../../../parts/measured'
import { dayOf, minutesBetween } from '../../../parts/moment'
import { colours } from '../../../theme/tokens'
import { usePreferences } from '../../../wire/preferences'
import { useBilingual } from '../../../words/use-words'
import type { Series } from '../../frame/portrait/reads'

use([LineChart, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, AriaComponent, SVGRenderer])

/** The curve: the range as a band, an open end of it as a dashed line in the colour of the text, the latest value beside its point. */
export function Curve({ series }: { series: Series }) {
  const { mode } = usePreferences()
  const pick = useBilingual()
  const name = pick(series.latest.name)
  const draw = (place: HTMLDivElement) => {
    const chart = init(place, null, { renderer: 'svg' })
    chart.setOption(optionOf(series, name, colours[mode]))
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(place)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }
  return <div className="curve-place" ref={draw} />
}

/** A longer stretch is marked by months, a shorter one by days. */
const monthsFromMinutes = 120 * 24 * 60

type Colours = (typeof colours)[keyof typeof colours]

function optionOf({ latest: { low, high, unit }, points }: Series, name: string, tokens: Colours) {
  const values = [...points.map(({ value }) => value), ...[low, high].filter((end) => end !== null)]
  const ends = [Math.min(...values), Math.max(...values)] as const
  const months = minutesBetween(points[0]?.at ?? '', points.at(-1)?.at ?? '') > monthsFromMinutes
  const axisDay = (date: string) => (months ? date.slice(0, 7) : date.slice(5))
  const edge = (at: number) => ({ yAxis: at, label: { formatter: numberText(at), color: tokens.text, position: 'insideEndTop' as const } })
  return {
    animation: false,
    aria: { enabled: true },
    grid: { left: 8, right: 72, top: 16, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => `${numberText(Number(value))} ${unitText(unit)}` },
    xAxis: {
      type: 'time',
      axisLine: { lineStyle: { color: tokens.edge } },
      axisLabel: { color: tokens['text-2'], hideOverlap: true, formatter: (at: number) => axisDay(dayOf(at)) },
    },
    yAxis: {
      type: 'value',
      min: ends[0] - (ends[1] - ends[0]) * 0.1,
      max: ends[1] + (ends[1] - ends[0]) * 0.1,
      axisLabel: { color: tokens['text-2'], formatter: numberText, showMinLabel: false, showMaxLabel: false },
      splitLine: { lineStyle: { color: tokens.hair } },
    },
    series: [
      {
        type: 'line',
        name,
        data: points.map(({ at, value }) => [at, value]),
        color: tokens.s1,
        symbolSize: 6,
        endLabel: {
          show: true,
          color: tokens.text,
          fontWeight: 600,
          formatter: ({ value }: { value: unknown }) => numberText(Number((value as [string, number])[1])),
        },
        ...(low !== null && high !== null
          ? { markArea: { silent: true, itemStyle: { color: tokens.sunken }, data: [[{ yAxis: low }, { yAxis: high }]] } }
          : {}),
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: tokens.text, type: 'dashed', width: 1 },
          data: [low, high].filter((end) => end !== null).map(edge),
        },
      },
    ],
  }
}
