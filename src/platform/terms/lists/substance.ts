/** What people are allergic to: code | 中文 | English. `none-known` is the answer that there is nothing. */
export const substanceList = `
none-known|无已知过敏|No known allergies
penicillin|青霉素|Penicillin
cephalosporin|头孢菌素|Cephalosporin
sulfonamide|磺胺|Sulfonamide
macrolide|大环内酯|Macrolide
quinolone|喹诺酮|Quinolone
nsaid|非甾体抗炎药|NSAID
aspirin|阿司匹林|Aspirin
local-anaesthetic|局部麻醉药|Local anaesthetic
iodine-contrast|碘造影剂|Iodinated contrast
gadolinium|钆造影剂|Gadolinium contrast
latex|乳胶|Latex
egg|鸡蛋|Egg
milk|牛奶|Milk
peanut|花生|Peanut
shellfish|虾蟹|Shellfish
pollen|花粉|Pollen
dust-mite|尘螨|Dust mite
`
