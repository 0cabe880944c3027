import type { Module } from '../platform/operation/index.ts'
import { refusals } from './refusals.ts'

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
}
