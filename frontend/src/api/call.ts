import { request, type RequestOptions } from './http'
import type { components, paths } from './schema'

/** A type of the API by its name in the OpenAPI document. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]

type Root = '/api/v1'
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
/** The paths below `/api/v1`. */
export type ApiPath = keyof paths extends infer P
  ? P extends `${Root}${infer Rest}`
    ? Rest
    : never
  : never
type Operation<P extends ApiPath, M extends Method> = paths[`${Root}${P}` &
  keyof paths][Lowercase<M> & keyof paths[keyof paths]]
type MethodOf<P extends ApiPath> = {
  [M in Method]: Operation<P, M> extends { responses: unknown } ? M : never
}[Method]

type Parameters<O, In extends 'path' | 'query'> = O extends { parameters: infer A }
  ? In extends keyof A
    ? Exclude<A[In], undefined>
    : never
  : never
type Body<O> = O extends { requestBody?: infer B }
  ? Exclude<B, undefined> extends { content: { 'application/json': infer J } }
    ? J
    : never
  : never
type Responses<O> = O extends { responses: infer R } ? R[keyof R] : never
type Json<R> = R extends { content: { 'application/json': infer J } } ? J : never

/** What an operation answers with; `undefined` where it has nothing to say. */
export type Answer<P extends ApiPath, M extends Method> = [
  Json<Responses<Operation<P, M>>>,
] extends [never]
  ? undefined
  : Json<Responses<Operation<P, M>>>

/** A part that does not exist must not be given, one with a required field must be. */
type Part<Name extends string, T> = [T] extends [never]
  ? unknown
  : Partial<T> extends T
    ? Partial<Record<Name, T>>
    : Record<Name, T>
type Parts<O> = Part<'path', Parameters<O, 'path'>> &
  Part<'query', Parameters<O, 'query'>> &
  Part<'body', Body<O>>
export type CallOptions<P extends ApiPath, M extends Method> = Parts<Operation<P, M>> &
  Omit<RequestOptions, 'query' | 'body'>

/**
 * One JSON call of an operation of the OpenAPI document: path, parameters, body and answer are checked against it
 * by the compiler, and nothing of it is there at run time. Throws as `request` does.
 */
export function call<P extends ApiPath, M extends MethodOf<P>>(
  method: M,
  path: P,
  ...[options]: Partial<Parts<Operation<P, M>>> extends Parts<Operation<P, M>>
    ? [options?: CallOptions<P, M>]
    : [options: CallOptions<P, M>]
): Promise<Answer<P, M>> {
  const { path: values = {}, ...rest } = (options ?? {}) as RequestOptions & {
    path?: Record<string, string>
  }
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  )
  return request(method, filled, rest)
}
