/** Common outpatient diagnoses of our specialties, in the shapes of ICD-10: code | 中文 | English. */
export const icd10List = `
A09.0|感染性胃肠炎和结肠炎|Infectious gastroenteritis and colitis
B00.1|单纯疱疹性皮炎|Herpesviral vesicular dermatitis
B02.9|带状疱疹|Zoster without complication
B07|病毒性疣|Viral warts
B18.1|慢性乙型病毒性肝炎|Chronic viral hepatitis B
B35.1|甲癣|Tinea unguium
B35.3|足癣|Tinea pedis
D25.9|子宫平滑肌瘤|Leiomyoma of uterus
D50.9|缺铁性贫血|Iron deficiency anaemia
D64.9|贫血|Anaemia, unspecified
E03.9|甲状腺功能减退症|Hypothyroidism
E04.1|甲状腺结节|Nontoxic single thyroid nodule
E05.9|甲状腺功能亢进症|Thyrotoxicosis
E06.3|桥本甲状腺炎|Autoimmune thyroiditis
E10.9|1型糖尿病|Type 1 diabetes mellitus without complications
E11.2|2型糖尿病性肾病|Type 2 diabetes mellitus with renal complications
E11.3|2型糖尿病性视网膜病变|Type 2 diabetes mellitus with ophthalmic complications
E11.4|2型糖尿病性周围神经病|Type 2 diabetes mellitus with neurological complications
E11.9|2型糖尿病|Type 2 diabetes mellitus without complications
E16.2|低血糖|Hypoglycaemia
E28.2|多囊卵巢综合征|Polycystic ovarian syndrome
E44.1|轻度营养不良|Mild protein-energy malnutrition
E55.9|维生素D缺乏|Vitamin D deficiency
E66.9|肥胖|Obesity
E78.0|高胆固醇血症|Pure hypercholesterolaemia
E78.1|高甘油三酯血症|Pure hyperglyceridaemia
E78.5|高脂血症|Hyperlipidaemia
E79.0|高尿酸血症|Hyperuricaemia
E87.5|高钾血症|Hyperkalaemia
E87.6|低钾血症|Hypokalaemia
F32.9|抑郁发作|Depressive episode
F33.9|复发性抑郁障碍|Recurrent depressive disorder
F40.0|广场恐怖|Agoraphobia
F41.0|惊恐障碍|Panic disorder
F41.1|广泛性焦虑障碍|Generalized anxiety disorder
F43.1|创伤后应激障碍|Post-traumatic stress disorder
F43.2|适应障碍|Adjustment disorders
F51.0|非器质性失眠|Nonorganic insomnia
F90.0|注意缺陷多动障碍|Attention deficit hyperactivity disorder
G20|帕金森病|Parkinson disease
G40.9|癫痫|Epilepsy
G43.9|偏头痛|Migraine
G44.2|紧张型头痛|Tension-type headache
G45.9|短暂性脑缺血发作|Transient cerebral ischaemic attack
G47.0|失眠|Insomnia
G47.3|睡眠呼吸暂停|Sleep apnoea
G50.0|三叉神经痛|Trigeminal neuralgia
G51.0|面神经麻痹|Bell palsy
G56.0|腕管综合征|Carpal tunnel syndrome
H00.0|睑腺炎|Hordeolum
H04.1|干眼症|Dry eye syndrome
H10.9|结膜炎|Conjunctivitis
H16.9|角膜炎|Keratitis
H25.9|老年性白内障|Senile cataract
H35.3|黄斑变性|Degeneration of macula
H36.0|糖尿病性视网膜病变|Diabetic retinopathy
H40.1|开角型青光眼|Primary open-angle glaucoma
H52.1|近视|Myopia
H65.9|非化脓性中耳炎|Nonsuppurative otitis media
H66.9|中耳炎|Otitis media
H81.1|良性阵发性位置性眩晕|Benign paroxysmal vertigo
H90.5|感音神经性听力损失|Sensorineural hearing loss
H93.1|耳鸣|Tinnitus
I10|特发性高血压|Essential (primary) hypertension
I10.x04|高血压2级|Hypertension grade 2
I11.9|高血压性心脏病|Hypertensive heart disease without heart failure
I20.0|不稳定型心绞痛|Unstable angina
I20.9|心绞痛|Angina pectoris
I21.9|急性心肌梗死|Acute myocardial infarction
I25.1|冠状动脉粥样硬化性心脏病|Atherosclerotic heart disease
I34.0|二尖瓣关闭不全|Mitral valve insufficiency
I48.9|心房颤动|Atrial fibrillation
I49.3|室性期前收缩|Ventricular premature depolarization
I50.9|心力衰竭|Heart failure
I63.9|脑梗死|Cerebral infarction
I65.2|颈动脉狭窄|Stenosis of carotid artery
I70.2|下肢动脉粥样硬化|Atherosclerosis of arteries of extremities
I80.2|下肢深静脉血栓形成|Deep vein thrombosis of lower extremities
I83.9|下肢静脉曲张|Varicose veins of lower extremities
I95.1|体位性低血压|Orthostatic hypotension
J00|急性鼻咽炎|Acute nasopharyngitis
J01.9|急性鼻窦炎|Acute sinusitis
J02.9|急性咽炎|Acute pharyngitis
J03.9|急性扁桃体炎|Acute tonsillitis
J06.9|急性上呼吸道感染|Acute upper respiratory infection
J11.1|流行性感冒|Influenza with respiratory manifestations
J18.9|肺炎|Pneumonia
J20.9|急性支气管炎|Acute bronchitis
J30.4|变应性鼻炎|Allergic rhinitis
J32.9|慢性鼻窦炎|Chronic sinusitis
J35.0|慢性扁桃体炎|Chronic tonsillitis
J44.9|慢性阻塞性肺疾病|Chronic obstructive pulmonary disease
J45.9|支气管哮喘|Asthma
K02.9|龋齿|Dental caries
K04.0|牙髓炎|Pulpitis
K05.1|慢性牙龈炎|Chronic gingivitis
K05.3|慢性牙周炎|Chronic periodontitis
K07.3|牙列不齐|Anomalies of tooth position
K12.0|复发性口腔溃疡|Recurrent oral aphthae
K21.0|反流性食管炎|Gastro-oesophageal reflux with oesophagitis
K25.9|胃溃疡|Gastric ulcer
K26.9|十二指肠溃疡|Duodenal ulcer
K29.5|慢性胃炎|Chronic gastritis
K30|功能性消化不良|Functional dyspepsia
K40.9|腹股沟疝|Inguinal hernia
K52.9|非感染性胃肠炎|Noninfective gastroenteritis
K58.9|肠易激综合征|Irritable bowel syndrome
K59.0|便秘|Constipation
K64.9|痔|Haemorrhoids
K76.0|脂肪肝|Fatty liver
K80.2|胆囊结石|Calculus of gallbladder without cholecystitis
L20.9|特应性皮炎|Atopic dermatitis
L21.9|脂溢性皮炎|Seborrhoeic dermatitis
L23.9|变应性接触性皮炎|Allergic contact dermatitis
L30.9|湿疹|Dermatitis, unspecified
L40.0|寻常型银屑病|Psoriasis vulgaris
L50.9|荨麻疹|Urticaria
L63.9|斑秃|Alopecia areata
L70.0|寻常痤疮|Acne vulgaris
L80|白癜风|Vitiligo
M06.9|类风湿关节炎|Rheumatoid arthritis
M10.9|痛风|Gout
M17.0|双侧原发性膝骨关节炎|Primary gonarthrosis, bilateral
M17.1|原发性膝骨关节炎|Other primary gonarthrosis
M17.9|膝骨关节炎|Gonarthrosis
M19.9|骨关节炎|Arthrosis
M22.4|髌骨软化症|Chondromalacia patellae
M23.2|陈旧性半月板损伤|Derangement of meniscus due to old tear
M25.5|关节痛|Pain in joint
M41.9|脊柱侧弯|Scoliosis
M45|强直性脊柱炎|Ankylosing spondylitis
M47.8|颈椎病|Cervical spondylosis
M50.2|颈椎间盘突出|Cervical disc displacement
M51.2|腰椎间盘突出症|Lumbar disc displacement
M54.5|腰痛|Low back pain
M65.3|扳机指|Trigger finger
M72.2|足底筋膜炎|Plantar fascial fibromatosis
M75.0|肩周炎|Adhesive capsulitis of shoulder
M75.1|肩袖损伤|Rotator cuff syndrome
M77.1|肱骨外上髁炎|Lateral epicondylitis
M79.1|肌痛|Myalgia
M79.7|纤维肌痛|Fibromyalgia
M81.9|骨质疏松|Osteoporosis
N18.9|慢性肾脏病|Chronic kidney disease
N20.0|肾结石|Calculus of kidney
N30.0|急性膀胱炎|Acute cystitis
N39.0|泌尿道感染|Urinary tract infection
N40|前列腺增生|Hyperplasia of prostate
N63|乳房肿块|Lump in breast
N72|宫颈炎|Inflammatory disease of cervix
N76.0|急性阴道炎|Acute vaginitis
N80.9|子宫内膜异位症|Endometriosis
N91.2|闭经|Amenorrhoea
N92.0|月经过多|Excessive menstruation with regular cycle
N94.6|痛经|Dysmenorrhoea
N95.1|绝经期综合征|Menopausal states
R05|咳嗽|Cough
R07.4|胸痛|Chest pain
R10.4|腹痛|Abdominal pain
R42|头晕|Dizziness
R50.9|发热|Fever
R51|头痛|Headache
S83.2|半月板撕裂|Tear of meniscus, current
S83.5|膝交叉韧带损伤|Sprain of cruciate ligament of knee
S93.4|踝关节扭伤|Sprain of ankle
Z00.0|健康检查|General medical examination
Z00.1|儿童常规健康检查|Routine child health examination
Z34.9|正常妊娠监督|Supervision of normal pregnancy
Z96.6|人工关节状态|Presence of orthopaedic joint implants
`
