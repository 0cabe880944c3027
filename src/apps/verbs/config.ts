import { describeConfig } from '../../platform/config/index.ts'
import { takesNothing, type Verb } from './verb.ts'

export const configVerb: Verb = {
  name: 'config',
  summary: 'print the settings in force, where each comes from and what it takes',
  usage: 'careloom config',
  async run(parameters) {
    takesNothing(parameters)
    for (const { name, value, from, meaning, takes } of describeConfig(process.env)) {
      console.log(`${name.padEnd(20)} ${(value || '(none)').padEnd(40)} ${from.padEnd(12)} ${meaning}; takes ${takes}`)
    }
    return 0
  },
}
