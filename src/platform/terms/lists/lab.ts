/**
 * Laboratory tests. A test is `# code | 中文 | English | specimen`; its analytes follow as
 * code | 中文 | English | unit | reference | critical below | critical above | plausible from..to.
 * A reference is low..high, either end may be open; `f` and `m` before it: of one sex only. Adults; a laboratory imports its own.
 */
export const labList = `
# CBC | 血常规 | Complete blood count | blood
WBC | 白细胞 | White cells | 10^9/L | 3.5..9.5 | 1.5 | 30 | 0..500
RBC | 红细胞 | Red cells | 10^12/L | m 4.3..5.8, f 3.8..5.1 | | | 0.5..10
HGB | 血红蛋白 | Haemoglobin | g/L | m 130..175, f 115..150 | 50 | 200 | 10..300
PLT | 血小板 | Platelets | 10^9/L | 125..350 | 30 | 1000 | 0..3000
NEUT | 中性粒细胞百分比 | Neutrophils | % | 40..75 | | | 0..100
# CRP | C反应蛋白 | C-reactive protein | blood
CRP | C反应蛋白 | C-reactive protein | mg/L | ..10 | | | 0..1000
# BMP | 电解质 | Electrolytes | blood
K | 钾 | Potassium | mmol/L | 3.5..5.3 | 2.8 | 6.2 | 1..12
NA | 钠 | Sodium | mmol/L | 137..147 | 120 | 160 | 80..200
CL | 氯 | Chloride | mmol/L | 99..110 | | | 50..160
CA | 总钙 | Calcium, total | mmol/L | 2.11..2.52 | 1.6 | 3.5 | 0.5..6
# RENAL | 肾功能 | Renal function | blood
CREA | 肌酐 | Creatinine | µmol/L | m 57..97, f 41..73 | | 650 | 5..3000
UREA | 尿素 | Urea | mmol/L | m 3.1..8.0, f 2.6..7.5 | | 36 | 0.3..100
UA | 尿酸 | Uric acid | µmol/L | m 208..428, f 155..357 | | | 10..2000
# LIVER | 肝功能 | Liver function | blood
ALT | 丙氨酸氨基转移酶 | Alanine aminotransferase | U/L | m 9..50, f 7..40 | | | 0..20000
AST | 天门冬氨酸氨基转移酶 | Aspartate aminotransferase | U/L | m 15..40, f 13..35 | | | 0..20000
TBIL | 总胆红素 | Bilirubin, total | µmol/L | ..23 | | 340 | 0..1000
ALB | 白蛋白 | Albumin | g/L | 40..55 | | | 5..80
# LIPID | 血脂 | Lipids | blood
CHOL | 总胆固醇 | Cholesterol, total | mmol/L | ..5.2 | | | 0.5..50
TG | 甘油三酯 | Triglycerides | mmol/L | ..1.7 | | | 0.1..100
LDL | 低密度脂蛋白胆固醇 | LDL cholesterol | mmol/L | ..3.4 | | | 0.1..30
HDL | 高密度脂蛋白胆固醇 | HDL cholesterol | mmol/L | 1.0.. | | | 0.1..10
# GLU | 空腹血糖 | Fasting glucose | blood
GLU | 葡萄糖 | Glucose | mmol/L | 3.9..6.1 | 2.2 | 22.2 | 0.2..80
# HBA1C | 糖化血红蛋白 | Haemoglobin A1c | blood
HBA1C | 糖化血红蛋白 | Haemoglobin A1c | % | 4.0..6.0 | | | 2..25
# COAG | 凝血四项 | Coagulation | blood
INR | 国际标准化比值 | INR | ratio | 0.85..1.15 | | 5 | 0.4..20
PT | 凝血酶原时间 | Prothrombin time | s | 9..13 | | 40 | 4..200
APTT | 活化部分凝血活酶时间 | Activated partial thromboplastin time | s | 25..37 | | 100 | 10..400
FIB | 纤维蛋白原 | Fibrinogen | g/L | 2.0..4.0 | 1.0 | | 0.1..20
# DDIMER | D-二聚体 | D-dimer | blood
DDIMER | D-二聚体 | D-dimer | mg/L | ..0.5 | | | 0..100
# TROP | 高敏肌钙蛋白I | High-sensitivity troponin I | blood
TNI | 高敏肌钙蛋白I | High-sensitivity troponin I | ng/L | m ..34, f ..16 | | 100 | 0..100000
# THYROID | 甲状腺功能 | Thyroid function | blood
TSH | 促甲状腺激素 | Thyrotropin | mIU/L | 0.35..4.94 | | | 0..200
FT4 | 游离甲状腺素 | Free thyroxine | pmol/L | 9.0..19.0 | | | 0..150
FT3 | 游离三碘甲腺原氨酸 | Free triiodothyronine | pmol/L | 2.4..6.0 | | | 0..60
# ESR | 血沉 | Erythrocyte sedimentation rate | blood
ESR | 血沉 | Erythrocyte sedimentation rate | mm/h | m ..15, f ..20 | | | 0..200
# RF | 类风湿因子 | Rheumatoid factor | blood
RF | 类风湿因子 | Rheumatoid factor | IU/mL | ..20 | | | 0..5000
# VITD | 25-羟维生素D | 25-hydroxyvitamin D | blood
VITD | 25-羟维生素D | 25-hydroxyvitamin D | nmol/L | 50..250 | | | 1..1000
# HCG | 人绒毛膜促性腺激素 | Chorionic gonadotropin | blood
HCG | 人绒毛膜促性腺激素 | Chorionic gonadotropin | IU/L | ..5 | | | 0..1000000
# URINE | 尿常规 | Urinalysis | urine
UPH | 尿酸碱度 | Urine pH | pH | 4.5..8.0 | | | 3..11
USG | 尿比重 | Urine specific gravity | ratio | 1.003..1.030 | | | 0.9..1.1
UACR | 尿白蛋白/肌酐 | Urine albumin to creatinine | mg/g | ..30 | | | 0..20000
`
