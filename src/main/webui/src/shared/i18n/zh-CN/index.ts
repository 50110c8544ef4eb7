import type { Words } from '../en';
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
import { scripts } from './scripts';
import { system } from './system';

export const zhCN: Words = { ...common, ...desk, ...control, ...phone, ...records, ...followUps, ...admin, ...codes, ...problems, ...system, ...knowledge, ...scripts, ...agents, ...board, ...reports, ...coaching };
