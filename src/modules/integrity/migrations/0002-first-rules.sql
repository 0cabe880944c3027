-- Three rules of the national rule library, with parameters of our own that hold until a region says otherwise.
insert into integrity.rule (code, name_zh, name_en) values
  ('GZ10000102006000', '项目限儿童', 'Item for children only'),
  ('GZ10000102007000', '项目限适应症', 'Item limited to its indications'),
  ('GZ10000102014000', '项目限定频次', 'Item limited in frequency');

insert into integrity.rule_version (code, version, valid_from, result, amount_basis, basis_zh, basis_en, sentence_zh, sentence_en, reasons, points) values
  ('GZ10000102006000', 1, '2020-01-01', 'violation', 'whole-line',
   '诊疗项目政策限定：项目限儿童。儿童指未满 18 周岁，按项目日期计算。',
   'Policy limits of service items: items for children only. A child is under 18 years of age on the date of the item.',
   '只限 {most}及以下，就诊人 {age}。',
   'For patients up to {most} of age; this patient is {age}.',
   '[{"zh": "年龄登记有误，已核对证件", "en": "The recorded age is wrong; the identity card was checked"}, {"zh": "生长发育异常，需要评估骨骺", "en": "Disorder of growth; the epiphyses have to be assessed"}]',
   '[{"items": [{"system": "imaging", "codes": ["XR-BONEAGE"]}], "condition": {"kind": "age", "unit": "years", "least": null, "most": 17}}]'),
  ('GZ10000102007000', 1, '2020-01-01', 'doubtful', 'whole-line',
   '诊疗项目政策限定：项目限适应症。诊断不在适应症内，须有临床理由。',
   'Policy limits of service items: indications. A diagnosis outside the list needs a clinical reason.',
   '用于{named}，已记录的诊断（{diagnoses}）不在其中。',
   'For {named}; the recorded diagnoses ({diagnoses}) are not among them.',
   '[{"zh": "病情变化，与临床不符", "en": "The condition has changed and does not fit what is known"}, {"zh": "体征提示，诊断待定", "en": "Signs point to it; the diagnosis is still open"}, {"zh": "术前评估", "en": "Assessment before an operation"}]',
   '[{"items": [{"system": "imaging", "codes": ["MR-KNEE"]}], "condition": {"kind": "diagnosis", "named": {"zh": "膝部疾病或损伤", "en": "diseases and injuries of the knee"},
      "codes": ["M17", "M22", "M23", "M25", "M70.4", "M76.5", "S80", "S82", "S83", "Z96.6"]}},
     {"items": [{"system": "imaging", "codes": ["MR-LSPINE"]}], "condition": {"kind": "diagnosis", "named": {"zh": "腰椎疾病或损伤", "en": "diseases and injuries of the lumbar spine"},
      "codes": ["M43", "M47", "M48", "M51", "M53", "M54", "S32", "S33", "S34"]}}]'),
  ('GZ10000102014000', 1, '2020-01-01', 'violation', 'excess-quantity',
   '诊疗项目政策限定：限定频次。周期内超出次数的部分不予支付。',
   'Policy limits of service items: frequency. What exceeds the number in its window is not paid.',
   '{window}内最多 {most} 次，连同 {last} 的共 {counted} 次。',
   'At most {most} in {window}; with that of {last} it is {counted}.',
   '[{"zh": "治疗方案调整，需要提前复查", "en": "Treatment was changed; it has to be measured earlier"}, {"zh": "上次标本不合格，结果无效", "en": "The last specimen was unfit; there is no valid result"}]',
   '[{"items": [{"system": "lab", "codes": ["HBA1C"]}], "condition": {"kind": "frequency", "most": 1, "window": {"span": "cycle", "days": 30}}},
     {"items": [{"system": "lab", "codes": ["VITD"]}], "condition": {"kind": "frequency", "most": 1, "window": {"span": "cycle", "days": 90}}}]');
