import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './find-chromium.ts'
import { readTally, root, runStep } from './run-step.ts'

type Tally = { passed: number; failed: number }

async function check(): Promise<Tally> {
  const { said } = await runStep({ title: 'check', command: ['node', 'tools/check.ts'] }, true)
  return readTally(said) ?? { passed: 0, failed: 1 }
}

async function test(): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'peyvand-report-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { passed } = await runStep(
    { title: 'tests', command: ['vitest', 'run', ...reporters] },
    true,
  )
  try {
    const report = JSON.parse(await readFile(file, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
    }
    // A file that could not even be read has no failed test of its own.
    const failed = passed ? 0 : Math.max(report.numFailedTests, 1)
    return { passed: report.numPassedTests, failed }
  } catch {
    return { passed: 0, failed: 1 }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function travel(): Promise<Tally> {
  if (!existsSync(join(root, 'journeys/run.ts'))) return { passed: 0, failed: 0 }
  try {
    process.env.PEYVAND_CHROMIUM = await findChromium((line) => console.log(line))
  } catch (error) {
    console.error((error as Error).message)
    return { passed: 0, failed: 1 }
  }
  const step = { title: 'journeys', command: ['node', 'journeys/run.ts'] } as const
  const { passed, said } = await runStep(step, true)
  const tally = readTally(said) ?? { passed: 0, failed: 0 }
  return { ...tally, failed: passed ? tally.failed : Math.max(tally.failed, 1) }
}

const began = performance.now()
const tallies = [await check(), await test(), await travel()]
const sum = (which: keyof Tally) => tallies.reduce((total, tally) => total + tally[which], 0)
console.log(`\n${Math.round((performance.now() - began) / 1000)} s`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') === 0 ? 0 : 1
