export { backUp, type Made } from './back-up.ts'
export { BackupError } from './error.ts'
export { type Restored, restore, verifyBackup } from './restore.ts'
