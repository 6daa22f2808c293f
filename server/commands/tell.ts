/** A line of a command's answer; what it says on the way goes to standard error. */
export function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}
