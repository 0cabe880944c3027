/** Imaging studies: code | 中文 | English | modality | body part. */
export const imagingList = `
XR-CHEST|胸部正位X线|Chest X-ray|x-ray|chest
XR-KNEE|膝关节正侧位X线|Knee X-ray, two views|x-ray|knee
XR-LSPINE|腰椎正侧位X线|Lumbar spine X-ray, two views|x-ray|lumbar-spine
XR-HAND|手正斜位X线|Hand X-ray|x-ray|hand
XR-BONEAGE|左手腕骨龄X线|Bone age X-ray, left hand and wrist|x-ray|hand
CT-CHEST|胸部CT平扫|Chest CT without contrast|ct|chest
CT-HEAD|头颅CT平扫|Head CT without contrast|ct|head
CT-ABDOMEN|腹部CT增强|Abdominal CT with contrast|ct|abdomen
CT-CORONARY|冠状动脉CTA|Coronary CT angiography|ct|heart
MR-KNEE|膝关节MRI平扫|Knee MRI|mr|knee
MR-HEAD|头颅MRI平扫|Head MRI|mr|head
MR-LSPINE|腰椎MRI平扫|Lumbar spine MRI|mr|lumbar-spine
US-ABDOMEN|腹部超声|Abdominal ultrasound|ultrasound|abdomen
US-THYROID|甲状腺超声|Thyroid ultrasound|ultrasound|neck
US-HEART|心脏超声|Echocardiography|ultrasound|heart
US-KNEE|膝关节超声|Knee ultrasound|ultrasound|knee
US-VEIN|下肢静脉超声|Leg vein ultrasound|ultrasound|leg
`
