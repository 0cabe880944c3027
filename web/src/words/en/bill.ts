import type { Words } from '../shape'
import type { bill as zh } from '../zh/bill'

export const bill: Words<typeof zh> = {
  you: 'You',
  patient: 'Patient',
  youPay: 'You pay',
  patientPays: 'Patient pays',
  payerDirect: (payer) => `${payer}, direct`,
  discount: 'Contract discount, nobody pays',
  listPrice: 'List price',
  whyYou: (amount) => `Why you pay ${amount}`,
  whyPatient: (amount) => `Explaining ${amount} to the patient`,
  stepNotCovered: 'Not covered',
  stepContractPrice: 'After the discount',
  stepCopay: 'Copay of the visit',
  whoPays: 'Who pays how much',
  estimate: 'What it will cost you',
  checkedAt: (state, time) => `${state} ${time}`,
  notConfirmed: 'By the policy on record; the insurer has not confirmed it yet, the bill may differ.',
  confirmYes: (time, amount) => `Confirm ${time}, you pay ${amount}`,
  confirmTime: (time) => `Confirm ${time}`,
  confirmPatient: (amount) => `Confirm, patient pays ${amount}`,
  confirmPlain: 'Confirm the booking',
  payerToo: (payer, amount) => `${payer} pays another ${amount}. `,
}
