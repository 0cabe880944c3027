/** Generic drugs: code | 中文 | English | form | strength | unit of a dose | usual routes | substances that an allergy is known by. */
export const drugList = `
AMLO5|苯磺酸氨氯地平片|Amlodipine besylate|tablet|5 mg|mg|oral|
VALS80|缬沙坦胶囊|Valsartan|capsule|80 mg|mg|oral|
BISO5|富马酸比索洛尔片|Bisoprolol|tablet|5 mg|mg|oral|
METO47|琥珀酸美托洛尔缓释片|Metoprolol succinate|tablet|47.5 mg|mg|oral|
PERI4|培哚普利片|Perindopril|tablet|4 mg|mg|oral|
HCTZ25|氢氯噻嗪片|Hydrochlorothiazide|tablet|25 mg|mg|oral|sulfonamide
ATOR20|阿托伐他汀钙片|Atorvastatin|tablet|20 mg|mg|oral|
ROSU10|瑞舒伐他汀钙片|Rosuvastatin|tablet|10 mg|mg|oral|
ASPI100|阿司匹林肠溶片|Aspirin, enteric coated|tablet|100 mg|mg|oral|aspirin nsaid
CLOP75|硫酸氢氯吡格雷片|Clopidogrel|tablet|75 mg|mg|oral|
WARF3|华法林钠片|Warfarin|tablet|3 mg|mg|oral|
RIVA20|利伐沙班片|Rivaroxaban|tablet|20 mg|mg|oral|
METF500|盐酸二甲双胍片|Metformin|tablet|500 mg|mg|oral|
GLIC30|格列齐特缓释片|Gliclazide|tablet|30 mg|mg|oral|sulfonamide
ACAR50|阿卡波糖片|Acarbose|tablet|50 mg|mg|oral|
DAPA10|达格列净片|Dapagliflozin|tablet|10 mg|mg|oral|
SITA100|磷酸西格列汀片|Sitagliptin|tablet|100 mg|mg|oral|
INSG300|甘精胰岛素注射液|Insulin glargine|injection|300 IU/3 mL|IU|subcutaneous|
LEVO50|左甲状腺素钠片|Levothyroxine|tablet|50 µg|µg|oral|
AMOX500|阿莫西林胶囊|Amoxicillin|capsule|500 mg|mg|oral|penicillin
AMCL625|阿莫西林克拉维酸钾片|Amoxicillin and clavulanate|tablet|625 mg|mg|oral|penicillin
CEFU250|头孢呋辛酯片|Cefuroxime axetil|tablet|250 mg|mg|oral|cephalosporin
CEFI100|头孢克肟分散片|Cefixime|tablet|100 mg|mg|oral|cephalosporin
AZIT250|阿奇霉素片|Azithromycin|tablet|250 mg|mg|oral|macrolide
LEVF500|左氧氟沙星片|Levofloxacin|tablet|500 mg|mg|oral|quinolone
SMZT480|复方磺胺甲噁唑片|Sulfamethoxazole and trimethoprim|tablet|480 mg|mg|oral|sulfonamide
OSEL75|磷酸奥司他韦胶囊|Oseltamivir|capsule|75 mg|mg|oral|
PARA500|对乙酰氨基酚片|Paracetamol|tablet|500 mg|mg|oral|
IBUP300|布洛芬缓释胶囊|Ibuprofen|capsule|300 mg|mg|oral|nsaid
DICL75|双氯芬酸钠缓释片|Diclofenac sodium|tablet|75 mg|mg|oral|nsaid
CELE200|塞来昔布胶囊|Celecoxib|capsule|200 mg|mg|oral|nsaid sulfonamide
LIDO2|盐酸利多卡因注射液|Lidocaine|injection|100 mg/5 mL|mg|local|local-anaesthetic
HYAL25|玻璃酸钠注射液|Sodium hyaluronate|injection|25 mg/2.5 mL|mg|intra-articular|
GLUC750|硫酸氨基葡萄糖胶囊|Glucosamine sulfate|capsule|250 mg|mg|oral|shellfish
OMEP20|奥美拉唑肠溶胶囊|Omeprazole|capsule|20 mg|mg|oral|
DOMP10|多潘立酮片|Domperidone|tablet|10 mg|mg|oral|
LORA10|氯雷他定片|Loratadine|tablet|10 mg|mg|oral|
MONT10|孟鲁司特钠片|Montelukast|tablet|10 mg|mg|oral|
SALB100|沙丁胺醇气雾剂|Salbutamol|inhaler|100 µg/dose|µg|inhaled|
BUDE64|布地奈德鼻喷雾剂|Budesonide nasal spray|spray|64 µg/dose|µg|nasal|
MOME1|糠酸莫米松乳膏|Mometasone cream|cream|0.1 %|application|topical|
TEAR1|玻璃酸钠滴眼液|Sodium hyaluronate eye drops|drops|0.1 %|drop|ocular|
SERT50|盐酸舍曲林片|Sertraline|tablet|50 mg|mg|oral|
ZOPI75|右佐匹克隆片|Eszopiclone|tablet|3 mg|mg|oral|
VITD400|维生素D滴剂|Vitamin D3|drops|400 IU|IU|oral|
CALC600|碳酸钙D3片|Calcium carbonate and vitamin D3|tablet|600 mg|mg|oral|
`
