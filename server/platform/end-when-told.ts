import { readFileSync } from 'node:fs'

const hangUpBit = 1n

/** Calls `end` when the system, the terminal or whoever started us asks for an end. */
export function endWhenTold(end: () => void): void {
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  if (!isHangUpIgnored()) process.on('SIGHUP', end)
  if (process.env.npm_lifecycle_event !== undefined) endWithParent(end)
}

// npm hands a signal on to the shell between us, which dies of it and tells nobody.
function endWithParent(end: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    end()
  }, 500)
  timer.unref()
}

// Started with nohup, we outlive the terminal.
function isHangUpIgnored(): boolean {
  if (process.platform !== 'linux') return false
  const ignored = /^SigIgn:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  return (BigInt(`0x${ignored ?? '0'}`) & hangUpBit) !== 0n
}
