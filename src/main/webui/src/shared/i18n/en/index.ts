import { admin } from './admin';
import { agents } from './agents';
import { board } from './board';
import { coaching } from './coaching';
import { codes } from './codes';
import { common } from './common';
import { control } from './control';
import { desk } from './desk';
import { followUps } from './followUps';
import { knowledge } from './knowledge';
import { phone } from './phone';
import { problems } from './problems';
import { records } from './records';
import { reports } from './reports';
import { routing } from './routing';
import { scripts } from './scripts';
import { system } from './system';

export const en = { ...common, ...desk, ...control, ...phone, ...records, ...followUps, ...admin, ...codes, ...problems, ...system, ...knowledge, ...scripts, ...agents, ...board, ...reports, ...coaching, ...routing };

/** The shape every other language fills: the same keys, any words. */
export type Words<T = typeof en> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
