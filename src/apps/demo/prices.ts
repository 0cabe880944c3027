import { systemOf } from '../../modules/care/index.ts'
import type { NetworkPlan } from './plan.ts'

/** What a test, a study or a single dose of a drug costs in the demo: code and yuan. */
const priceLists = {
  laboratory: `CBC 25.00, CRP 20.00, BMP 32.00, RENAL 24.00, LIVER 36.00, LIPID 28.00, GLU 6.00, HBA1C 55.00, COAG 71.00, DDIMER 60.00, TROP 85.00,
    THYROID 90.00, ESR 8.00, RF 18.00, VITD 110.00, HCG 40.00, URINE 12.00`,
  imaging: `XR-CHEST 68.00, XR-KNEE 76.00, XR-LSPINE 82.00, XR-HAND 62.00, XR-BONEAGE 90.00, CT-CHEST 280.00, CT-HEAD 240.00, CT-ABDOMEN 520.00,
    CT-CORONARY 980.00, MR-KNEE 680.00, MR-HEAD 640.00, MR-LSPINE 680.00, US-ABDOMEN 120.00, US-THYROID 110.00, US-HEART 220.00, US-KNEE 130.00,
    US-VEIN 180.00`,
  drug: `AMLO5 0.80, VALS80 1.60, BISO5 1.10, METO47 1.30, PERI4 2.10, HCTZ25 0.12, ATOR20 1.45, ROSU10 1.52, ASPI100 0.42, CLOP75 2.36, WARF3 0.36,
    RIVA20 6.90, METF500 0.38, GLIC30 0.86, ACAR50 0.66, DAPA10 4.36, SITA100 5.20, INSG300 23.40, LEVO50 0.31, AMOX500 0.45, AMCL625 2.30, CEFU250 1.18,
    CEFI100 1.70, AZIT250 2.80, LEVF500 3.10, SMZT480 0.18, OSEL75 6.50, PARA500 0.35, IBUP300 0.92, DICL75 4.00, CELE200 3.90, LIDO2 3.60, HYAL25 145.00,
    GLUC750 1.25, OMEP20 1.06, DOMP10 0.52, LORA10 0.95, MONT10 3.40, SALB100 0.16, BUDE64 0.72, MOME1 1.40, TEAR1 0.52, SERT50 2.60, ZOPI75 3.20,
    VITD400 0.90, CALC600 0.85`,
} as const
const categories = { laboratory: 'examination', imaging: 'examination', drug: 'drug' } as const

type Kind = keyof typeof priceLists

/** The prices of a kind of department, fen; `*`: of all that its list of terms has. */
export const pricesOf = (kind: Kind, itemCodes: readonly string[] = ['*']) =>
  priceLists[kind]
    .split(',')
    .map((line) => line.trim().split(' ') as [string, string])
    .filter(([code]) => itemCodes.includes('*') || itemCodes.includes(code))
    .map(([code, yuan]) => ({ system: systemOf[kind], code, category: categories[kind], amountFen: Math.round(Number(yuan) * 100) }))

/** What each department of a network asks for what it performs. */
export const departmentPrices = ({ departments }: NetworkPlan) =>
  departments.map(({ institution, kind, itemCodes }) => ({ institution, prices: pricesOf(kind, itemCodes) }))
