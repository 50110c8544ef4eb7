import type { paths } from '../../api/generated/openapi';

type Rows<P extends keyof paths> = paths[P] extends {
  get: { parameters: { path?: never }; responses: { 200: { content: { 'application/json': { items: (infer T)[] } } } } };
}
  ? T
  : never;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** Paths whose pages hold rows of this kind. */
export type ListPath<T> = { [P in keyof paths]: Same<Rows<P>, T> extends true ? P : never }[keyof paths];
