import { z } from 'zod'

/** As far as a store can count. */
const count = z.number().int().min(-2_147_483_647).max(2_147_483_647)
const mostLines = 20_000

const stockLineSchema = z.strictObject({ sku: z.string().min(1).max(200), amount: count })
export type StockLine = z.infer<typeof stockLineSchema>

export const stockRuleSchema = z.strictObject({
  by: z.enum(['add', 'subtract', 'set']),
  /** The same for all, or by SKU; what no line names stays as it is. */
  amount: z.union([count, z.array(stockLineSchema).min(1).max(mostLines)]),
  /** Whether variations with a stock of their own are counted too; by SKU they always are. */
  variations: z.boolean(),
  /** Whether what is unlimited is counted from now on; only a number that is set can do that. */
  countUnlimited: z.boolean(),
})
export type StockRule = z.infer<typeof stockRuleSchema>

/** A line of a pasted list that is not taken as it is, and why, as a sentence. */
type OddLine = { line: number; sku: string; typed: string; why: string }
/** A number that may mean another one than it says: whoever pasted it is asked. */
type AskedLine = { line: number; sku: string; typed: string; readings: number[] }
export type StockList = { lines: (StockLine & { line: number })[]; odd: OddLine[]; asked: AskedLine[] }
