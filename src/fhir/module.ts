import type { Module } from '../platform/operation/index.ts'
import { refusals } from './refusals.ts'

/** The reads of the door, as who-saw names them. */
export const reads = {
  resource: { name: 'fhir.read-resource', zh: '通过 FHIR 接口读取', en: 'Read through the FHIR door' },
  search: { name: 'fhir.search-resources', zh: '通过 FHIR 接口检索', en: 'Search through the FHIR door' },
  history: { name: 'fhir.read-history', zh: '通过 FHIR 接口看历史版本', en: 'Read versions through the FHIR door' },
} as const

/** What the FHIR door brings with it: one permission and its refusals; the resources stand in the rooms. */
export const fhir: Module = {
  name: 'fhir',
  zh: 'FHIR 接口',
  en: 'FHIR door',
  permissions: { 'fhir.resource.read': { zh: '通过 FHIR 接口读取', en: 'Read through the FHIR door' } },
  refusals,
  events: [],
  routes: [],
  inner: [],
  reactions: [],
  timers: [],
  enums: {},
  reads: Object.values(reads),
}
