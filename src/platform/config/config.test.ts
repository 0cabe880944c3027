import { expect, test } from 'vitest'
import { ConfigError, describeConfig, readConfig } from './index.ts'

test.each([
  [{ PORT: 'eighty' }, 'PORT=eighty'],
  [{ PORT: '70000' }, 'PORT=70000'],
  [{ CARELOOM_DEMO: 'big' }, 'none, small or full'],
  [{ DATABASE_URL: 'mysql://x' }, 'postgres://'],
  [{ CARELOOM_DMEO: 'small' }, 'CARELOOM_DMEO is no setting'],
  [{ HOST: '0.0.0.0' }, 'CARELOOM_DEMO_OPEN=yes'],
])('%o is refused with the setting named', (environment, said) => {
  expect(() => readConfig(environment)).toThrow(ConfigError)
  expect(() => readConfig(environment)).toThrow(said)
})

test('another host is fine without demo logins, or when that is meant', () => {
  expect(readConfig({ HOST: '0.0.0.0', CARELOOM_DEMO: 'none' }).host).toBe('0.0.0.0')
  expect(readConfig({ HOST: '0.0.0.0', CARELOOM_DEMO_OPEN: 'yes' }).host).toBe('0.0.0.0')
})

test('a password in an address is never printed', () => {
  const shown = describeConfig({ DATABASE_URL: 'postgres://me:hunter2@db/careloom' })
  expect(JSON.stringify(shown)).not.toContain('hunter2')
  expect(shown.find(({ name }) => name === 'DATABASE_URL')?.value).toBe('postgres://me:***@db/careloom')
})
