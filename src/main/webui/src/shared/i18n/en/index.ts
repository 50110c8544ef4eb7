import { admin } from './admin';
import { codes } from './codes';
import { common } from './common';
import { desk } from './desk';
import { problems } from './problems';
import { records } from './records';
import { system } from './system';

export const en = { ...common, ...desk, ...records, ...admin, ...codes, ...problems, ...system };

/** The shape every other language fills: the same keys, any words. */
export type Words<T = typeof en> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
