export { type Chain, sha256 } from './chain.ts'
export { type Block, sealBlock } from './seal.ts'
export { type Verification, verifyChain } from './verify.ts'
