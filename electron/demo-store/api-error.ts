import { STATUS_CODES } from 'node:http'

type ErrorExtras = { headers?: Record<string, string>; args?: Record<string, string> }

/** An answer that is not a success; the text also travels as the reason phrase, as it does at Ecwid. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly code?: string,
    readonly extras: ErrorExtras = {},
  ) {
    super(message)
    this.name = 'ApiError'
  }

  get body(): { errorMessage: string; errorCode?: string; args?: Record<string, string> } {
    return {
      errorMessage: this.message,
      ...(this.code === undefined ? {} : { errorCode: this.code }),
      ...(this.extras.args === undefined ? {} : { args: this.extras.args }),
    }
  }
}

/** A reason phrase may hold no line breaks and only Latin-1. */
export function reasonPhrase(status: number, text: string | undefined): string {
  const cleaned = (text ?? '').replace(/[^\x20-\x7e]+/g, ' ').trim()
  return cleaned === '' ? (STATUS_CODES[status] ?? 'Unknown') : cleaned
}

export const wrongParameter = (message: string) => new ApiError(400, message, 'WRONG_PARAMETER')
export const productNotFound = (id: number | string) =>
  new ApiError(404, `Product #${id} not found`, 'PRODUCT_NOT_FOUND')
export const combinationNotFound = (id: number | string) =>
  new ApiError(404, `Combination #${id} not found`, 'COMBINATION_NOT_FOUND')
export const categoryNotFound = (id: number | string) =>
  new ApiError(404, `Category #${id} not found`, 'CATEGORIES_NOT_FOUND')
export const classNotFound = (id: number | string) => new ApiError(404, `Product class #${id} not found`)
export const fileNotFound = () => new ApiError(404, 'File not found')
