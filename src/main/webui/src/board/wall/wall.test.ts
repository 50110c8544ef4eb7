import { describe, expect, it } from 'vitest';
import { queue } from '../board.fake';
import { chosenQueues, columnsFor } from './wall';

const queues = [queue('support'), queue('sales'), queue('repair')];
const names = (asked: string | undefined) => chosenQueues(queues, asked).shown.map((q) => q.name);

describe('the wallboard', () => {
  it('shows all queues unless some are asked for, then these in that order', () => {
    expect(names(undefined)).toEqual(['support', 'sales', 'repair']);
    expect(names('')).toEqual(['support', 'sales', 'repair']);
    expect(names('repair, support,repair')).toEqual(['repair', 'support']);
  });

  it('says which of them is not there', () => expect(chosenQueues(queues, 'sales,nope')).toMatchObject({ shown: [{ name: 'sales' }], unknown: ['nope'] }));

  it('fills a wide screen', () => expect([0, 1, 2, 3, 4, 5, 6, 9, 10].map(columnsFor)).toEqual([1, 1, 2, 2, 2, 3, 3, 3, 4]));
});
