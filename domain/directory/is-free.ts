import { saysFree } from './read-conditions.ts'

/** Whether a service costs nothing: by its prices, else by a text that says so beyond doubt. */
export function isFree(fees: string, costs: readonly { amount: number | null }[]): boolean | null {
  const amounts = costs.flatMap(({ amount }) => (amount === null ? [] : [amount]))
  if (amounts.some((amount) => amount > 0)) return false
  return amounts.length > 0 || saysFree(fees) ? true : null
}
