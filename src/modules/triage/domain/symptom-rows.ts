import type { Specialty } from '../../network/index.ts'
import type { Bound } from './facts.ts'
import type { Level } from './level.ts'

/** What brings a row up beside its key words. */
export type Wake = { readonly measured: readonly Bound[] } | { readonly pregnant: true } | { readonly youngerThanMonths: number }

/**
 * One symptom or reason to come, as hints: key words as people say them (疼 stands for 痛 too; `胸口~疼` is both with little between, `胸&冷汗` also across a comma),
 * where it leads, the best first, and how urgent it is by itself.
 */
export type SymptomRow = {
  readonly name: { readonly zh: string; readonly en: string }
  /** Separated by blanks. */
  readonly zh: string
  /** Separated by commas. */
  readonly en: string
  readonly specialties: readonly [Specialty, ...Specialty[]]
  readonly level: Level
  readonly wakes?: Wake
}

/** domain.md 7.4 with rows of our own; every row that fits counts, their order means nothing. */
export const symptomRows = {
  fever: {
    name: { zh: '发热', en: 'fever' },
    zh: '发烧 发热 高烧 低烧 高热 烧到 烧了 退烧 寒战 打寒颤 体温高',
    en: 'fever, feverish, high temperature, chills, shivering',
    specialties: ['fever-clinic', 'internal-medicine'],
    level: 'IVa',
    wakes: { measured: [{ measure: 'temperatureCelsius', atLeast: 37.3 }] },
  },
  'chest-pain': {
    name: { zh: '胸痛、胸闷', en: 'chest pain' },
    zh: '胸疼 胸闷 胸口~疼 胸口~闷 胸口~压 心口~疼 心口~闷 心脏~疼 心绞疼 心前区 前胸~疼 胸部~疼 胸膛~疼',
    en: 'chest pain, chest hurts, chest tightness, tight chest, chest pressure, pain in my chest, angina',
    specialties: ['cardiology', 'respiratory-medicine'],
    level: 'III',
  },
  heart: {
    name: { zh: '心慌、血压', en: 'palpitations, blood pressure' },
    zh: '心慌 心悸 心跳快 心跳~快 心跳~乱 早搏 房颤 心律 心动过速 高血压 血压高 血压~高 低血压 降压 心脏病 冠心病 心衰 心肌 心梗 心肌梗 支架 心血管 动脉硬化 血脂 高血脂',
    en: 'palpitation, heart racing, racing heart, heartbeat, irregular heart, high blood pressure, hypertension, low blood pressure, heart disease, cholesterol',
    specialties: ['cardiology', 'internal-medicine'],
    level: 'IVa',
  },
  nerves: {
    name: { zh: '头痛、头晕、手脚无力', en: 'headache, dizziness, weak limbs' },
    zh: '头疼 头~疼 偏头疼 头晕 头昏 眩晕 天旋地转 手麻 脚麻 手脚麻 麻木 手抖 发抖 肢体无力 四肢无力 手脚无力 手脚没力 手脚没劲 一侧~没力 癫痫 羊癫疯 羊角风 抽搐 抽风 帕金森 面瘫 中风 脑梗 脑出血 脑供血 脑血栓 三叉神经 神经疼 记性 痴呆 走路不稳',
    en: 'headache, migraine, head hurts, dizzy, dizziness, vertigo, numb, numbness, tingling, weak arm, weak leg, weakness in, tremor, seizure, epilepsy, stroke, parkinson, memory loss',
    specialties: ['neurology', 'internal-medicine'],
    level: 'IVa',
  },
  cough: {
    name: { zh: '咳嗽、咳痰', en: 'cough' },
    zh: '咳嗽 干咳 咳个不停 一直咳 老咳 咳痰 有痰 吐痰 黄痰 白痰 咳血 感冒 流感 着凉 气管炎 支气管 肺炎 肺部 肺结核 肺结节 哮喘 肺气肿 慢阻肺',
    en: 'cough, phlegm, sputum, a cold, the flu, influenza, bronchitis, pneumonia, asthma, copd',
    specialties: ['respiratory-medicine', 'internal-medicine'],
    level: 'IVa',
  },
  breathless: {
    name: { zh: '气短、喘', en: 'short of breath' },
    zh: '喘不上气 喘不过气 上不来气 呼吸困难 呼吸~困难 气短 气促 憋气 气喘 透不过气 喘得',
    en: "short of breath, shortness of breath, breathless, can't breathe, cannot breathe, hard to breathe, trouble breathing, difficulty breathing, wheezing",
    specialties: ['respiratory-medicine', 'cardiology'],
    level: 'III',
    wakes: { measured: [{ measure: 'oxygenPercent', below: 94 }] },
  },
  belly: {
    name: { zh: '腹痛、呕吐', en: 'belly pain, vomiting' },
    zh: '肚子疼 肚子~疼 腹疼 腹部~疼 小腹~疼 胃疼 胃~疼 胃~不舒服 胃胀 胃痉挛 呕吐 吐了 想吐 恶心 干呕 拉肚子 腹泻 拉稀 闹肚子 水样便 黑便 便血 大便带血 吐血 阑尾',
    en: 'stomach ache, stomachache, stomach pain, stomach hurts, belly pain, belly hurts, tummy, abdominal pain, vomit, throwing up, nausea, diarrhoea, diarrhea, loose stool, black stool, blood in stool, appendix',
    specialties: ['gastroenterology', 'internal-medicine'],
    level: 'IVa',
  },
  digestion: {
    name: { zh: '消化不适、胃肠慢性病', en: 'indigestion, chronic bowel trouble' },
    zh: '胃炎 胃病 胃溃疡 十二指肠 幽门螺杆菌 幽门 消化不良 消化不好 腹胀 肚子胀 反酸 胃酸 烧心 打嗝 嗳气 便秘 大便 肠炎 结肠 肠胃 胃肠 肠镜 胃镜 息肉 胰腺 胆囊 胆结石 胆汁 食管 食道',
    en: 'indigestion, heartburn, reflux, bloating, bloated, constipation, gastritis, stomach ulcer, helicobacter, colitis, bowel, gallstone, pancreas',
    specialties: ['gastroenterology', 'internal-medicine'],
    level: 'IVb',
  },
  liver: {
    name: { zh: '肝病', en: 'liver' },
    zh: '肝 乙肝 丙肝 甲肝 肝炎 脂肪肝 肝硬化 肝功能 肝腹水 大三阳 小三阳 转氨酶 黄疸 两对半 表面抗原',
    en: 'liver, hepatitis, jaundice, cirrhosis, yellow eyes',
    specialties: ['hepatology', 'gastroenterology'],
    level: 'IVb',
  },
  sugar: {
    name: { zh: '口渴多尿、血糖、甲状腺', en: 'thirst, blood sugar, thyroid' },
    zh: '糖尿病 血糖 多尿 尿多 口渴 老想喝水 总想喝水 胰岛素 甲状腺 甲亢 甲减 内分泌 尿酸高 肥胖 突然消瘦 低血糖',
    en: 'diabetes, diabetic, blood sugar, glucose, always thirsty, very thirsty, thirst, urinating a lot, insulin, thyroid',
    specialties: ['endocrinology', 'internal-medicine'],
    level: 'IVa',
    wakes: {
      measured: [
        { measure: 'glucoseMmolPerLitre', atLeast: 16.7 },
        { measure: 'glucoseMmolPerLitre', atMost: 3.9 },
      ],
    },
  },
  urine: {
    name: { zh: '腰侧痛、血尿、排尿不适', en: 'flank pain, blood in urine' },
    zh: '尿血 血尿 尿里有血 小便带血 尿疼 小便~疼 小便刺疼 尿频 尿急 尿不尽 尿不出 排尿 肾结石 尿路 尿道 膀胱 前列腺 腰子疼 腰侧 侧腰 腰~绞疼 睾丸',
    en: 'blood in urine, bloody urine, flank pain, side pain, painful urination, burning when i pee, burning urine, frequent urination, kidney stone, bladder, prostate, testicle',
    specialties: ['urology', 'nephrology'],
    level: 'IVa',
  },
  kidney: {
    name: { zh: '肾病', en: 'kidney disease' },
    zh: '肾病 肾炎 肾衰 肾功能 肾不好 肾囊肿 尿毒症 蛋白尿 尿蛋白 肌酐 透析 眼睑浮肿 脸浮肿 脚肿 腿肿',
    en: 'kidney disease, kidney failure, dialysis, protein in urine, creatinine, swollen legs, swollen feet',
    specialties: ['nephrology', 'internal-medicine'],
    level: 'IVb',
  },
  women: {
    name: { zh: '妇科不适、阴道出血', en: 'vaginal bleeding, periods' },
    zh: '月经 例假 大姨妈 经期 疼经 阴道 白带 下体 下身 外阴 妇科 宫颈 子宫 卵巢 盆腔 更年期 乳房 上环 取环',
    en: 'period pain, menstrual, menstruation, my period, vaginal, discharge, cervix, ovary, uterus, menopause, breast lump, breast pain',
    specialties: ['gynaecology'],
    level: 'IVa',
  },
  pregnancy: {
    name: { zh: '怀孕', en: 'pregnancy' },
    zh: '怀孕 孕妇 孕期 孕早期 孕晚期 胎动 胎儿 产检 见红 宫缩 破水 早孕 孕吐 预产期',
    en: 'pregnant, pregnancy, baby moves, contractions, waters broke, water broke, morning sickness',
    specialties: ['obstetrics', 'gynaecology'],
    level: 'IVa',
    wakes: { pregnant: true },
  },
  child: {
    name: { zh: '14 岁以下儿童', en: 'child under 14' },
    zh: '',
    en: '',
    specialties: ['paediatrics'],
    level: 'IVa',
    wakes: { youngerThanMonths: 14 * 12 },
  },
  bones: {
    name: { zh: '关节、腰背痛、扭伤', en: 'joint or back pain, sprain' },
    zh: '腰疼 腰~疼 背疼 后背~疼 膝盖 关节疼 关节~疼 腿疼 腿~疼 脚疼 脚~疼 颈椎 脖子~疼 肩疼 肩膀~疼 肩周炎 手腕~疼 胳膊~疼 骨折 扭伤 扭了 崴脚 崴了 脚踝 腰椎 椎间盘 闪了腰 骨头 骨质疏松 半月板 韧带 落枕 足跟',
    en: 'back pain, back hurts, knee, joint pain, joints hurt, leg pain, foot pain, neck pain, stiff neck, shoulder, wrist, elbow, hip pain, ankle, sprain, twisted, fracture, broken bone, broke my',
    specialties: ['orthopaedics', 'rehabilitation'],
    level: 'IVa',
  },
  wound: {
    name: { zh: '外伤、出血', en: 'injury, bleeding' },
    zh: '伤口 割伤 割到 划伤 烫伤 烫到 烧伤 流血 出血不止 外伤 受伤 车祸 撞到 撞了 摔伤 摔倒 摔了 跌倒 狗咬 猫抓 猫咬 砸到 刺伤 疝气 长了个包 疙瘩 静脉曲张',
    en: 'wound, cut my, cut myself, burn, burnt, bleeding, injury, injured, car accident, fell, dog bite, cat bite, hernia, varicose',
    specialties: ['surgery', 'emergency-medicine'],
    level: 'IVa',
  },
  rheumatism: {
    name: { zh: '风湿、痛风', en: 'rheumatism, gout' },
    zh: '疼风 类风湿 风湿 红斑狼疮 强直 晨僵 干燥综合征',
    en: 'gout, rheumatoid, rheumatism, lupus, morning stiffness',
    specialties: ['rheumatology', 'orthopaedics'],
    level: 'IVb',
  },
  blood: {
    name: { zh: '血液病', en: 'blood disease' },
    zh: '贫血 白血病 淋巴瘤 血小板 紫癜 出血点 瘀青 淤青 骨髓 血友病 三系',
    en: 'anaemia, anemia, leukaemia, leukemia, lymphoma, platelet, bruise, bruising',
    specialties: ['haematology', 'internal-medicine'],
    level: 'IVb',
  },
  tumour: {
    name: { zh: '肿瘤', en: 'tumour' },
    zh: '肿瘤 癌 癌症 化疗 放疗 肿块',
    en: 'cancer, tumour, tumor, chemotherapy, radiotherapy, a lump',
    specialties: ['oncology', 'surgery'],
    level: 'IVb',
  },
  skin: {
    name: { zh: '皮肤', en: 'skin' },
    zh: '皮疹 疹子 皮肤 痒 瘙痒 湿疹 荨麻疹 风团 皮炎 过敏 痘痘 青春痘 脱发 掉头发 红斑 带状疱疹 水泡 脚气 灰指甲 牛皮癣 白癜风 痣 长斑',
    en: 'rash, skin, itch, itchy, itching, eczema, hives, acne, hair loss, shingles, blister, psoriasis, mole',
    specialties: ['dermatology'],
    level: 'IVb',
  },
  anaphylaxis: {
    name: { zh: '严重过敏', en: 'severe allergy' },
    zh: '过敏性休克 严重过敏 嘴唇~肿 脸~肿起 眼皮~肿 喉咙~肿 喉咙发紧 嗓子发紧 喉头水肿 舌头~肿',
    en: 'anaphylaxis, severe allergy, allergic reaction, swollen lips, swollen face, lips are swelling, throat is closing, throat tight, tongue swelling',
    specialties: ['emergency-medicine', 'dermatology'],
    level: 'III',
  },
  mind: {
    name: { zh: '情绪、心理', en: 'mood, mental health' },
    zh: '抑郁 焦虑 情绪 心情低落 心情不好 想死 不想活 活着没意思 自杀 自残 恐慌 惊恐 害怕 压力大 强迫 精神 幻听 暴躁 紧张',
    en: 'depressed, depression, anxiety, anxious, panic, want to die, suicidal, suicide, kill myself, hurt myself, self-harm, stressed, mood, hearing voices, ocd',
    specialties: ['psychology'],
    level: 'IVa',
  },
  sleep: {
    name: { zh: '睡眠', en: 'sleep' },
    zh: '失眠 睡不着 睡不好 睡眠 打鼾 打呼噜 早醒 多梦',
    en: "insomnia, can't sleep, cannot sleep, sleeping badly, snoring, snore, sleep apnoea, sleep apnea",
    specialties: ['psychology', 'neurology'],
    level: 'IVb',
  },
  ent: {
    name: { zh: '耳鼻咽喉', en: 'ear, nose, throat' },
    zh: '耳朵 耳鸣 听力 听不清 中耳炎 鼻塞 流鼻涕 鼻涕 鼻炎 鼻窦 打喷嚏 流鼻血 鼻出血 鼻血 嗓子疼 嗓子~疼 嗓子哑 喉咙疼 喉咙~疼 咽炎 咽喉 扁桃体 声音嘶哑 失声 卡刺 鱼刺',
    en: 'ear, earache, ears ringing, tinnitus, hearing loss, blocked nose, runny nose, nosebleed, sinus, sore throat, throat hurts, tonsil, hoarse, lost my voice, fish bone',
    specialties: ['otolaryngology'],
    level: 'IVb',
  },
  eye: {
    name: { zh: '眼睛', en: 'eye' },
    zh: '眼睛 视力 看不清 看不见 眼红 眼疼 眼~疼 红眼病 近视 老花 白内障 青光眼 飞蚊 流眼泪 结膜炎 重影 眼底',
    en: 'eye, vision, blurred, blurry, short-sighted, cataract, glaucoma, floaters, double vision, conjunctivitis',
    specialties: ['ophthalmology'],
    level: 'IVb',
  },
  teeth: {
    name: { zh: '牙齿、口腔', en: 'teeth, mouth' },
    zh: '牙疼 牙~疼 牙齿 牙龈 牙床 智齿 蛀牙 龋齿 补牙 拔牙 洗牙 牙周 正畸 口腔 溃疡疼 种牙 假牙',
    en: 'tooth, toothache, teeth, gum, wisdom tooth, cavity, filling, braces, mouth ulcer, denture',
    specialties: ['dentistry'],
    level: 'IVb',
  },
  poisoning: {
    name: { zh: '中毒', en: 'poisoning' },
    zh: '中毒 农药 误服 吃错药 误食 煤气 一氧化碳 吃了~安眠药 蛇咬 毒蘑菇 洁厕 老鼠药',
    en: 'poison, poisoned, poisoning, overdose, carbon monoxide, swallowed, snake bite, pesticide, bleach',
    specialties: ['emergency-medicine'],
    level: 'III',
  },
  collapse: {
    name: { zh: '昏倒、意识不清', en: 'collapse' },
    zh: '昏迷 昏倒 晕倒 晕厥 晕过去 不省人事 意识不清 意识模糊 叫不醒 神志不清 没有呼吸了 没呼吸了 停止呼吸 呼吸停 心跳停 休克',
    en: 'unconscious, passed out, fainted, collapsed, not breathing, unresponsive, confused, cardiac arrest',
    specialties: ['emergency-medicine', 'neurology'],
    level: 'III',
  },
  weakness: {
    name: { zh: '乏力、消瘦', en: 'tiredness, losing weight' },
    zh: '乏力 疲倦 疲劳 浑身没劲 没精神 没力气 消瘦 瘦了 体重减轻 没胃口 食欲不振 不舒服',
    en: 'tired, fatigue, exhausted, no energy, losing weight, lost weight, no appetite, unwell',
    specialties: ['general-practice', 'internal-medicine'],
    level: 'IVb',
  },
  routine: {
    name: { zh: '开药、复查、体检', en: 'prescription, check-up' },
    zh: '开药 配药 续方 拿药 复查 复诊 体检 报告 疫苗 打针 接种',
    en: 'prescription, refill, repeat medicine, check-up, checkup, follow-up, vaccine, vaccination, test results',
    specialties: ['general-practice', 'health-check'],
    level: 'IVb',
  },
  rehabilitation: {
    name: { zh: '康复', en: 'rehabilitation' },
    zh: '康复 术后恢复 理疗 中风后 偏瘫',
    en: 'rehab, rehabilitation, physiotherapy, after surgery, after stroke',
    specialties: ['rehabilitation', 'pain-medicine'],
    level: 'IVb',
  },
  looks: {
    name: { zh: '医疗美容', en: 'aesthetic medicine' },
    zh: '双眼皮 祛斑 祛痘 除皱 玻尿酸 瘦脸 隆鼻 医美 整形',
    en: 'cosmetic, botox, wrinkle, eyelid surgery, filler',
    specialties: ['aesthetic-medicine', 'dermatology'],
    level: 'IVb',
  },
  food: {
    name: { zh: '营养、体重', en: 'nutrition, weight' },
    zh: '减肥 减重 营养 饮食指导',
    en: 'lose weight, diet, nutrition, overweight',
    specialties: ['nutrition', 'endocrinology'],
    level: 'IVb',
  },
  tradition: {
    name: { zh: '中医调理', en: 'Chinese medicine' },
    zh: '中医 中药 针灸 艾灸 调理 推拿',
    en: 'chinese medicine, acupuncture, herbal, moxibustion',
    specialties: ['chinese-medicine'],
    level: 'IVb',
  },
} as const satisfies Record<string, SymptomRow>

export type RowKey = keyof typeof symptomRows

/** What is asked and suggested where no row fits. */
export const unknownRow: Omit<SymptomRow, 'zh' | 'en' | 'wakes'> = {
  name: { zh: '没有认出具体症状', en: 'no symptom recognised' },
  specialties: ['general-practice', 'internal-medicine'],
  level: 'IVb',
}
