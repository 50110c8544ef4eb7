import { describe, expect, it } from 'vitest';
import type { CustomerAddressView } from '../../shared/api/types';
import { emptyDraft, inputOf, newAddress, wholeAddress } from './draft';

const address: CustomerAddressView = {
  id: 'a1', customerId: 'c1', kind: 'billing', label: null, lines: ['示例路100号', '样板大厦3层'], district: '样板区', city: '示例市', province: null,
  postalCode: '000000', country: 'CN', primary: true, createdAt: '2026-11-22T10:00:00Z', updatedAt: '2026-11-22T10:00:00Z', version: 2,
};

describe('an address as it is typed', () => {
  it('is what it was when nothing was changed', () => {
    const draft = wholeAddress.read(address);
    expect(draft).toMatchObject({ lines: '示例路100号\n样板大厦3层', province: '', primary: true });
    expect(draft && wholeAddress.write(address, draft)).toEqual({
      kind: 'billing', label: null, lines: ['示例路100号', '样板大厦3层'], district: '样板区', city: '示例市', province: null, postalCode: '000000', country: 'CN', primary: true,
    });
  });

  it('has its lines without blanks, and nothing where nothing was typed', () => {
    expect(inputOf({ ...emptyDraft('DE', false), lines: ' Beispielstraße 1 \n\n', label: ' ', city: ' Musterstadt ' })).toMatchObject({
      lines: ['Beispielstraße 1'], label: null, city: 'Musterstadt', country: 'DE', primary: false,
    });
  });

  it('that is new was nothing before', () => {
    expect(newAddress.read({ version: 0 })).toBeUndefined();
  });
});
