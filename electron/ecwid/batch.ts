import { z } from 'zod'
import type { CallOptions } from './call-options'
import type { EcwidClient } from './client'

export type BatchItem = {
  id: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With its query, below the store: "/products/1?returnItem=true". */
  path: string
  body?: unknown
}

export type BatchStatus = {
  status: 'QUEUED' | 'IN_PROGRESS' | 'COMPLETED'
  totalRequests: number
  completedRequests: number
  responses: { id: string; status: 'COMPLETED' | 'FAILED' | 'NOT_EXECUTED'; httpStatus: number; body: unknown }[]
}

/** Ecwid's limit for one batch. */
export const maxBatchItems = 500

const ticketSchema = z.looseObject({ ticket: z.string() })

const statusSchema = z.looseObject({
  status: z.enum(['QUEUED', 'IN_PROGRESS', 'COMPLETED']),
  totalRequests: z.number().catch(0),
  completedRequests: z.number().catch(0),
  responses: z
    .array(
      z.looseObject({
        id: z.coerce.string(),
        status: z.enum(['COMPLETED', 'FAILED', 'NOT_EXECUTED']),
        httpStatusCode: z.number().catch(0),
        httpBody: z.unknown().optional(),
        escapedHttpBody: z.string().optional().catch(undefined),
      }),
    )
    .optional(),
})

export function createBatch(client: EcwidClient) {
  return {
    /** POST /batch: the ticket. The same `deduplicationKey` (a UUID) within an hour runs nothing twice, so a lost answer may be sent again. */
    sendBatch: async (
      items: BatchItem[],
      deduplicationKey: string,
      { priority = 'push', signal }: CallOptions = {},
    ): Promise<string> => {
      const { value } = await client.request({
        method: 'POST',
        path: '/batch',
        query: { stopOnFirstFailure: false, deduplicationKey },
        json: items,
        priority,
        signal,
        idempotent: true,
        schema: ticketSchema,
      })
      return value.ticket
    },

    /** GET /batch?ticket=…&escapedJson=true. */
    getBatch: async (ticket: string, { priority = 'push', signal }: CallOptions = {}): Promise<BatchStatus> => {
      const { value } = await client.request({
        method: 'GET',
        path: '/batch',
        query: { ticket, escapedJson: true },
        priority,
        signal,
        schema: statusSchema,
      })
      return {
        status: value.status,
        totalRequests: value.totalRequests,
        completedRequests: value.completedRequests,
        responses: (value.responses ?? []).map((response) => ({
          id: response.id,
          status: response.status,
          httpStatus: response.httpStatusCode,
          body: innerBody(response),
        })),
      }
    },
  }
}

function innerBody({ httpBody, escapedHttpBody }: { httpBody?: unknown; escapedHttpBody?: string }): unknown {
  if (!escapedHttpBody) return httpBody ?? null
  try {
    return JSON.parse(escapedHttpBody)
  } catch {
    return escapedHttpBody
  }
}
