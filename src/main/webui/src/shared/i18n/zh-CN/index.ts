import type { Words } from '../en';
import { admin } from './admin';
import { codes } from './codes';
import { common } from './common';
import { desk } from './desk';
import { problems } from './problems';
import { records } from './records';
import { system } from './system';

export const zhCN: Words = { ...common, ...desk, ...records, ...admin, ...codes, ...problems, ...system };
