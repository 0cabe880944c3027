import type { Bound } from './facts.ts'
import type { RowKey } from './symptom-rows.ts'

type Words = { readonly zh: string; readonly en: string }

/** A sign that belongs to an emergency department now, whatever else is said. */
export type RedFlag = {
  /** Rows whose fitting makes it worth asking; `any`: also where no row fits. */
  readonly rows: readonly (RowKey | 'any')[]
  readonly level: 'I' | 'II'
  /** As a screen names what was found. */
  readonly sign: Words
  /** Asked of the person; absent: it is measured. */
  readonly question?: Words
  /** What says it in a complaint by itself; written as the key words of a row. */
  readonly said?: Words
  /** Found when one of its rows fits and one of these was measured. */
  readonly measured?: readonly Bound[]
  /** Asked and counted only for whom it can concern. */
  readonly only?: { readonly women?: true; readonly youngerThanMonths?: number }
}

/** Signs of domain.md 7.4 and of its manual criteria I and II (7.1), and those of our own rows. */
export const redFlags = {
  'not-responding': {
    rows: ['collapse', 'any'],
    level: 'I',
    sign: { zh: '叫不醒或没有正常呼吸', en: 'not responding, or not breathing normally' },
    question: { zh: '现在叫不醒，或没有正常呼吸吗？', en: 'Is the person not responding, or not breathing normally, now?' },
    said: {
      zh: '昏迷 不省人事 叫不醒 没有呼吸了 没呼吸了 停止呼吸 呼吸停 心跳停',
      en: "unconscious, unresponsive, not breathing, stopped breathing, won't wake up",
    },
  },
  'severe-breathlessness': {
    rows: ['breathless', 'cough', 'chest-pain', 'any'],
    level: 'I',
    sign: { zh: '喘得说不成句或嘴唇发紫', en: 'too breathless to speak, or blue lips' },
    question: { zh: '喘得一句话都说不完整，或嘴唇发紫吗？', en: 'Too breathless to finish a sentence, or are the lips blue?' },
    said: { zh: '嘴唇发紫 口唇发紫 嘴唇紫 说不成句', en: 'blue lips, lips are blue, too breathless to speak' },
  },
  anaphylaxis: {
    rows: ['anaphylaxis', 'skin'],
    level: 'I',
    sign: { zh: '严重过敏：嗓子发紧、嘴唇或脸肿', en: 'severe allergic reaction: tight throat, swollen lips or face' },
    question: {
      zh: '吃东西、用药或被叮咬之后，嗓子发紧、喘不上气，或嘴唇、脸肿起来了吗？',
      en: 'After food, a medicine or a sting: is the throat tight, breathing hard, or are lips or face swelling?',
    },
    said: { zh: '过敏性休克 喉头水肿', en: 'anaphylaxis, anaphylactic, throat is closing' },
  },
  choking: {
    rows: ['ent'],
    level: 'I',
    sign: { zh: '气道可能被堵', en: 'the airway may be blocked' },
    question: {
      zh: '咽不下口水、说不出话，或吸气时有尖声吗？',
      en: 'Unable to swallow saliva or to speak, or a high-pitched noise on breathing in?',
    },
    said: { zh: '噎住 卡住气管', en: 'choking' },
  },
  'lasting-seizure': {
    rows: ['nerves', 'child'],
    level: 'I',
    sign: { zh: '正在抽搐或抽后未醒', en: 'a seizure that goes on, or not awake after one' },
    question: { zh: '正在抽搐，或抽搐之后一直没有清醒吗？', en: 'Is there a seizure now, or no waking up after one?' },
    said: { zh: '正在抽搐 一直抽搐 还在抽', en: 'having a seizure, seizing now' },
  },
  'chest-pain-with-collapse': {
    rows: ['chest-pain', 'heart'],
    level: 'I',
    sign: { zh: '胸痛或心慌伴晕倒、面色苍白', en: 'chest pain or palpitations with fainting or a grey face' },
    question: {
      zh: '难受的时候晕倒过、眼前发黑，或脸色发灰、站不起来吗？',
      en: 'With it: fainting, blacking out, a grey face, or unable to stand?',
    },
  },
  'heart-attack-signs': {
    rows: ['chest-pain'],
    level: 'II',
    sign: { zh: '可能是心肌梗死', en: 'possible heart attack' },
    question: {
      zh: '胸口难受超过 15 分钟不缓解，或出冷汗，或痛到左肩、手臂、下巴、后背吗？',
      en: 'Has it lasted more than 15 minutes, come with cold sweat, or spread to the left shoulder, arm, jaw or back?',
    },
    said: {
      zh: '胸&大汗 胸&冷汗 胸&左肩 胸&左臂 胸&左胳膊 胸&后背疼 胸&下巴',
      en: 'chest pain spreading, radiating to my arm, radiating to my left arm, down my left arm, heart attack',
    },
  },
  'very-high-pressure': {
    rows: ['chest-pain', 'heart', 'nerves'],
    level: 'II',
    sign: { zh: '血压到 180/110', en: 'blood pressure at 180/110 or above' },
    measured: [
      { measure: 'systolicMmHg', atLeast: 180 },
      { measure: 'diastolicMmHg', atLeast: 110 },
    ],
  },
  stroke: {
    rows: ['nerves'],
    level: 'II',
    sign: { zh: '可能是中风', en: 'possible stroke' },
    question: {
      zh: '24 小时内突然嘴歪、一侧手脚没力气，或说话不清吗？',
      en: 'In the last 24 hours, suddenly: a crooked mouth, one weak arm or leg, or slurred speech?',
    },
    said: {
      zh: '嘴歪 口角歪 口眼歪斜 半身不遂 半边~动不了 半边~没力 一侧~没力 一边~动不了 说话不清 说不清话 突然说不出话',
      en: 'face is drooping, face drooping, crooked mouth, slurred speech, one side is weak, one side of my body',
    },
  },
  'thunderclap-headache': {
    rows: ['nerves'],
    level: 'II',
    sign: { zh: '突发剧烈头痛', en: 'a sudden, worst-ever headache' },
    question: {
      zh: '头痛是突然发作、从来没有这么厉害，或伴脖子发硬、喷射样呕吐吗？',
      en: 'Did the headache come suddenly as the worst ever, or with a stiff neck or violent vomiting?',
    },
    said: {
      zh: '雷击样头疼 头疼得要炸 头~炸开 头从来没这么疼 头疼从来没这么',
      en: 'worst headache of my life, worst headache ever, thunderclap',
    },
  },
  'fever-with-grave-signs': {
    rows: ['fever'],
    level: 'II',
    sign: { zh: '高烧伴意识不清、皮疹或喘', en: 'high fever with confusion, rash or breathlessness' },
    question: {
      zh: '烧到 38.5 ℃ 以上，同时人迷糊、起皮疹或喘不上气吗？',
      en: 'A fever of 38.5 °C or more together with confusion, a rash or breathlessness?',
    },
    said: { zh: '烧得迷糊 烧糊涂 烧得说胡话', en: 'fever and confused, delirious' },
  },
  'coughing-blood': {
    rows: ['cough', 'breathless'],
    level: 'II',
    sign: { zh: '咳血', en: 'coughing blood' },
    question: { zh: '咳出过血，或痰里带血吗？', en: 'Any blood coughed up, or in the phlegm?' },
    said: { zh: '咳血 咯血 咳出血 痰里带血 痰中带血', en: 'coughing blood, coughing up blood, cough blood, blood in my phlegm' },
  },
  'low-oxygen': {
    rows: ['cough', 'breathless', 'fever', 'chest-pain'],
    level: 'II',
    sign: { zh: '血氧低于 94 %', en: 'oxygen below 94 %' },
    measured: [{ measure: 'oxygenPercent', below: 94 }],
  },
  'rigid-belly': {
    rows: ['belly'],
    level: 'II',
    sign: { zh: '肚子发硬、剧痛', en: 'a rigid or unbearably painful belly' },
    question: {
      zh: '肚子硬得像木板，一碰就疼，或疼得直不起腰吗？',
      en: 'Is the belly hard as a board, painful to any touch, or too painful to stand up straight?',
    },
    said: { zh: '肚子~硬得像 板状腹 疼得打滚 疼得直不起腰', en: 'rigid belly, belly is rigid, hard as a board' },
  },
  'bleeding-inside': {
    rows: ['belly', 'digestion', 'liver'],
    level: 'II',
    sign: { zh: '吐血或黑便、便血', en: 'vomiting blood, or black or bloody stools' },
    question: {
      zh: '吐过血或咖啡色的东西，或拉黑便、大量鲜血便吗？',
      en: 'Vomited blood or coffee-coloured matter, or black or very bloody stools?',
    },
    said: { zh: '吐血 呕血 吐~咖啡色 柏油便 拉黑便 大量便血', en: 'vomiting blood, throwing up blood, black stool, black tarry' },
  },
  'belly-pain-maybe-pregnant': {
    rows: ['belly', 'women'],
    level: 'II',
    sign: { zh: '腹痛并可能怀孕', en: 'belly pain that may be with a pregnancy' },
    question: { zh: '肚子疼，同时可能怀孕或月经推迟吗？', en: 'Belly pain while possibly pregnant, or with a late period?' },
    only: { women: true },
  },
  'sugar-emergency': {
    rows: ['sugar'],
    level: 'II',
    sign: { zh: '血糖不低于 16.7 或不高于 3.9', en: 'blood sugar at or above 16.7, or at or below 3.9' },
    measured: [
      { measure: 'glucoseMmolPerLitre', atLeast: 16.7 },
      { measure: 'glucoseMmolPerLitre', atMost: 3.9 },
    ],
  },
  'drowsy-with-sugar': {
    rows: ['sugar', 'liver', 'kidney'],
    level: 'II',
    sign: { zh: '昏昏欲睡、不清醒', en: 'drowsy or not clear' },
    question: { zh: '人昏昏欲睡、反应迟钝，或呼吸又深又快吗？', en: 'Drowsy, slow to answer, or breathing deep and fast?' },
    said: { zh: '昏昏欲睡 嗜睡', en: 'drowsy' },
  },
  'no-urine': {
    rows: ['urine', 'kidney'],
    level: 'II',
    sign: { zh: '无尿或尿不出', en: 'no urine' },
    question: {
      zh: '12 小时以上几乎没有尿，或腰痛同时高烧、发抖吗？',
      en: 'Almost no urine for 12 hours, or flank pain with high fever and shivering?',
    },
    said: {
      zh: '一天没尿 半天没尿 没有尿了 没尿了 尿不出来 解不出尿',
      en: 'no urine for, no urine since, cannot urinate, unable to urinate',
    },
  },
  'heavy-vaginal-bleeding': {
    rows: ['women', 'pregnancy'],
    level: 'II',
    sign: { zh: '阴道大量出血', en: 'heavy vaginal bleeding' },
    question: {
      zh: '阴道出血很多（一小时湿透一片卫生巾），或伴头晕、站不稳吗？',
      en: 'Heavy vaginal bleeding (a pad soaked in an hour), or with dizziness?',
    },
    said: { zh: '大出血 血崩 阴道~大量出血', en: 'heavy vaginal bleeding, haemorrhage, hemorrhage' },
    only: { women: true },
  },
  'baby-moves-less': {
    rows: ['pregnancy'],
    level: 'II',
    sign: { zh: '胎动减少、破水或出血', en: 'the baby moves less, waters broke, or bleeding' },
    question: {
      zh: '胎动明显减少、破水，或见红出血吗？',
      en: 'Does the baby move much less, have the waters broken, or is there bleeding?',
    },
    said: { zh: '胎动减少 胎动~少 没有胎动 没胎动 破水', en: "baby moves less, baby isn't moving, waters broke, water broke" },
    only: { women: true },
  },
  'pressure-in-pregnancy': {
    rows: ['pregnancy'],
    level: 'II',
    sign: { zh: '孕期血压到 160/110', en: 'blood pressure at 160/110 or above in pregnancy' },
    measured: [
      { measure: 'systolicMmHg', atLeast: 160 },
      { measure: 'diastolicMmHg', atLeast: 110 },
    ],
    only: { women: true },
  },
  'infant-fever': {
    rows: ['child'],
    level: 'II',
    sign: { zh: '不满 3 个月的婴儿发热', en: 'fever in an infant under 3 months' },
    question: { zh: '宝宝发烧（37.3 ℃ 以上）吗？', en: 'Does the baby have a fever (37.3 °C or more)?' },
    measured: [{ measure: 'temperatureCelsius', atLeast: 37.3 }],
    only: { youngerThanMonths: 3 },
  },
  'child-convulsion': {
    rows: ['child'],
    level: 'II',
    sign: { zh: '儿童抽搐', en: 'a convulsion in a child' },
    question: { zh: '今天抽搐过（翻白眼、手脚抖动叫不应）吗？', en: 'A convulsion today (eyes rolled up, limbs jerking, no response)?' },
    said: { zh: '高热惊厥 惊厥', en: 'febrile convulsion, febrile seizure' },
    only: { youngerThanMonths: 168 },
  },
  'child-feeds-badly': {
    rows: ['child'],
    level: 'II',
    sign: { zh: '孩子不吃不喝、精神很差', en: 'a child that does not feed or drink, or is limp' },
    question: { zh: '不吃奶、不喝水，或软绵绵的、怎么哄都哭吗？', en: 'Not feeding or drinking, limp, or crying without comfort?' },
    said: { zh: '不吃奶 拒奶', en: 'not feeding, refuses to drink' },
    only: { youngerThanMonths: 168 },
  },
  'open-fracture': {
    rows: ['bones', 'wound'],
    level: 'II',
    sign: { zh: '开放性骨折或肢体变形', en: 'an open fracture or a deformed limb' },
    question: { zh: '骨头露出来、肢体变形，或手脚发凉发紫吗？', en: 'Is a bone showing, the limb deformed, or hand or foot cold or blue?' },
    said: { zh: '骨头露出 骨头~露 开放性骨折', en: 'bone sticking out, open fracture, bone is showing' },
  },
  'cauda-equina': {
    rows: ['bones'],
    level: 'II',
    sign: { zh: '马尾神经受压的表现', en: 'signs of pressed nerves of the cauda equina' },
    question: {
      zh: '大小便控制不住、两腿之间发麻，或两腿突然没力气吗？',
      en: 'Lost control of bladder or bowels, numb between the legs, or suddenly weak in both legs?',
    },
    said: { zh: '大小便失禁 大小便控制不住', en: "can't control my bladder, lost control of bladder, incontinent" },
  },
  'active-bleeding': {
    rows: ['wound', 'blood', 'ent', 'any'],
    level: 'II',
    sign: { zh: '止不住的出血或重伤', en: 'bleeding that does not stop, or a severe injury' },
    question: {
      zh: '压住 10 分钟血还止不住，或是车祸、高处跌下这样的重伤吗？',
      en: 'Bleeding that does not stop after 10 minutes of pressure, or a severe injury such as a crash or a fall from a height?',
    },
    said: {
      zh: '血止不住 止不住血 出血不止 流血不止 车祸 高处坠落 从楼上摔',
      en: "bleeding won't stop, won't stop bleeding, car accident, car crash, fell from a height",
    },
  },
  'self-harm': {
    rows: ['mind', 'sleep'],
    level: 'II',
    sign: { zh: '有伤害自己或他人的危险', en: 'danger of harming oneself or others' },
    question: {
      zh: '现在有伤害自己或别人的念头，或已经这样做了吗？',
      en: 'Are there thoughts of harming oneself or somebody else now, or has it been done?',
    },
    said: {
      zh: '想死 不想活 自杀 割腕 轻生 自残',
      en: 'want to die, suicidal, suicide, kill myself, hurt myself, end my life',
    },
  },
  'sudden-sight-loss': {
    rows: ['eye'],
    level: 'II',
    sign: { zh: '突然失明、眼剧痛或化学伤', en: 'sudden loss of sight, severe eye pain, or a chemical in the eye' },
    question: { zh: '突然看不见、眼睛剧痛，或化学品进了眼睛吗？', en: 'Sudden loss of sight, severe eye pain, or a chemical in the eye?' },
    said: { zh: '突然看不见 突然失明 石灰~眼睛', en: "suddenly can't see, sudden blindness, chemical in my eye" },
  },
  'spreading-mouth-infection': {
    rows: ['teeth'],
    level: 'II',
    sign: { zh: '面颈肿胀、张不开嘴', en: 'a swollen face or neck, unable to open the mouth' },
    question: {
      zh: '脸或脖子肿得张不开嘴，或吞咽、呼吸困难吗？',
      en: 'Face or neck so swollen that the mouth does not open, or hard to swallow or breathe?',
    },
  },
  poisoned: {
    rows: ['poisoning'],
    level: 'II',
    sign: { zh: '中毒或用药过量', en: 'poisoning or overdose' },
    question: {
      zh: '喝了、吃了或吸入了有毒的东西，吃药过量，或被毒蛇咬了吗？',
      en: 'Was something poisonous swallowed or breathed in, too much medicine taken, or is it a snake bite?',
    },
    said: { zh: '农药 煤气中毒 一氧化碳中毒 老鼠药 蛇咬', en: 'overdose, pesticide, carbon monoxide, snake bite' },
  },
  'severe-general-signs': {
    rows: ['any'],
    level: 'II',
    sign: { zh: '胸痛、肢体突然无力或剧烈疼痛', en: 'chest pain, sudden weakness, or severe pain' },
    question: {
      zh: '现在有胸口压着疼、突然一侧没力气，或疼得受不了吗？',
      en: 'Now: pressing chest pain, sudden weakness of one side, or unbearable pain?',
    },
  },
} as const satisfies Record<string, RedFlag>

export type RedFlagKey = keyof typeof redFlags
export const redFlagKeys = Object.keys(redFlags) as [RedFlagKey, ...RedFlagKey[]]
