import type { Enum } from '../../../client/enums'

/** Units of the vital signs, as the server reads them. */
export const vitalUnits: Readonly<Record<Enum<'vitalSign'>, string>> = {
  temperature: '°C',
  'heart-rate': '/min',
  systolic: 'mmHg',
  diastolic: 'mmHg',
  'respiratory-rate': '/min',
  'oxygen-saturation': '%',
  weight: 'kg',
  height: 'cm',
  pain: '/10',
  glucose: 'mmol/L',
}
