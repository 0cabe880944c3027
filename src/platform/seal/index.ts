export { type Chain, sha256 } from './chain.ts'
export { type Block, findSeal, sealBlock } from './seal.ts'
export { type Verification, verifyChain } from './verify.ts'
