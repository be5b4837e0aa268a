// What the parts of the FAKE server share: answers and their shapes.

/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {Record<string, any>} Item */

/** @param {Response} response @param {number} status @param {object} body */
export function json(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** @param {Response} response */
export function nothing(response) {
  response.writeHead(204).end()
}

/** @param {Response} response @param {number} status @param {string} code @param {object[]} [errors] */
export function problem(response, status, code, errors) {
  response
    .writeHead(status, { 'content-type': 'application/problem+json' })
    .end(JSON.stringify({ status, code, detail: `fake ${code}`, request_id: 'req-1', errors }))
}

/** @param {Response} response @param {Item} body @param {string[]} known */
export function refuseUnknown(response, body, known) {
  const unknown = Object.keys(body).filter((field) => !known.includes(field))
  if (unknown.length === 0) return false
  problem(
    response,
    400,
    'validation_failed',
    unknown.map((field) => ({ field, code: 'unknown_field', message: 'unknown field' })),
  )
  return true
}

/** @param {Item[]} data */
export const page = (data) => ({ data, next_cursor: null })
