import type { Module, Route } from '../../platform/operation/index.ts'
import { setTarget } from './commands/set-target.ts'
import { sources } from './domain/catalogue.ts'
import { listIndicatorRows } from './queries/list-indicator-rows.ts'
import { listIndicators } from './queries/list-indicators.ts'
import { showIndicator } from './queries/show-indicator.ts'

export const indicatorRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/quality/indicators', operation: listIndicators },
  { method: 'GET', path: '/api/quality/indicators/:code', operation: showIndicator },
  { method: 'GET', path: '/api/quality/indicators/:code/rows', operation: listIndicatorRows },
  { method: 'POST', path: '/api/quality/targets', operation: setTarget },
]

export const indicatorPermissions: Module['permissions'] = {
  'quality.indicator.read': { zh: '查看质量指标', en: 'Read indicators' },
  'quality.network.lead': {
    zh: '查看本机构运营或督导的全部机构的质量',
    en: 'See the quality of all institutions that the own one runs or looks after',
  },
  'quality.target.set': { zh: '设定底线和目标', en: 'Set floors and targets' },
}

const sourceWord = ({ zh, en }: { readonly zh: string; readonly en: string }) => ({ zh, en })

export const indicatorEnums: Module['enums'] = {
  judgement: {
    met: { zh: '已达标', en: 'met' },
    missed: { zh: '未达标', en: 'missed' },
    'below-floor': { zh: '低于底线', en: 'below floor' },
    'could-not-judge': { zh: '无法判定', en: 'could not judge' },
  },
  judgementDoubt: {
    'nothing-to-count': { zh: '没有可计的记录', en: 'there is nothing to count' },
    'too-few': { zh: '记录太少', en: 'there are too few to judge' },
    'no-target': { zh: '还没有设目标', en: 'no target is set' },
  },
  better: { higher: { zh: '越高越好', en: 'higher is better' }, lower: { zh: '越低越好', en: 'lower is better' } },
  periodKind: { day: { zh: '日', en: 'day' }, week: { zh: '周', en: 'week' }, month: { zh: '月', en: 'month' } },
  rowPart: {
    numerator: { zh: '计入分子', en: 'in the numerator' },
    denominator: { zh: '仅计入分母', en: 'in the denominator only' },
    excluded: { zh: '不计', en: 'not counted' },
  },
  indicatorSource: {
    visit: sourceWord(sources.visit),
    finding: sourceWord(sources.finding),
    order: sourceWord(sources.order),
    proceeds: sourceWord(sources.proceeds),
  },
}
