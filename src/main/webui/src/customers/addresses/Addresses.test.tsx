import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import i18next from 'i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { infoQuery } from '../../shared/info';
import type { CustomerAddressView } from '../../shared/api/types';
import { Addresses } from './Addresses';

const shanghai: CustomerAddressView = {
  id: 'a1', customerId: 'c1', kind: 'billing', label: null, lines: ['示例路100号'], district: '样板区', city: '示例市', province: '示例省', postalCode: '000000', country: 'CN',
  primary: false, createdAt: '2026-11-22T10:00:00Z', updatedAt: '2026-11-22T10:00:00Z', version: 3,
};
const london: CustomerAddressView = { ...shanghai, id: 'a2', kind: 'visit', label: 'back door', lines: ['1 Example Street'], district: null, city: 'Sampleton', province: null, postalCode: 'ZZ99 9ZZ', country: 'GB', primary: true };

const asked = vi.fn<(request: Request) => Promise<Response>>();
const sent = (method: string) => asked.mock.calls.map(([request]) => request).filter((request) => request.method === method);

async function show(may: boolean, items = [shanghai, london]) {
  asked.mockImplementation(async ({ method }) => Response.json(method === 'GET' ? { items, next: null, total: items.length } : items[0]));
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(infoQuery.queryKey, { product: 'Trunkline', version: '0', region: 'CN', demo: false, pbxSimulated: false, pbxState: 'up', demoUsers: [] });
  render(
    <App>
      <QueryClientProvider client={client}>
        <Addresses customerId="c1" may={may} />
      </QueryClientProvider>
    </App>,
  );
  if (items.length > 0) await screen.findByRole('list', { name: i18next.t('addresses.title') });
}

beforeEach(() => {
  asked.mockReset();
  vi.stubGlobal('fetch', asked);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a customer’s addresses', () => {
  it('stand as they are written where they are, the primary one first', async () => {
    await show(false);
    expect(screen.getAllByRole('listitem').map((item) => item.querySelector('address')?.textContent)).toEqual([
      '1 Example Street, Sampleton, ZZ99 9ZZ, United Kingdom',
      '000000 示例省示例市样板区示例路100号',
    ]);
    expect(screen.getByText('Primary')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Change|Delete|Add/ })).toBeNull();
  });

  it('name the country in the reader’s language', async () => {
    await i18next.changeLanguage('zh-CN');
    await show(false, [london]);
    expect(screen.getByText('1 Example Street, Sampleton, ZZ99 9ZZ, 英国')).toBeTruthy();
  });

  it('are changed on the version that is shown', async () => {
    await show(true, [shanghai]);
    fireEvent.click(screen.getByRole('button', { name: 'Change: Address: Billing' }));
    fireEvent.change(screen.getByLabelText('City'), { target: { value: '范例市' } });
    fireEvent.change(screen.getByRole('textbox', { name: /Street/ }), { target: { value: '示例路1号\n\n2层 ' } });
    fireEvent.submit(screen.getByRole('form', { name: 'Address: Billing' }));
    await waitFor(() => expect(sent('PATCH')).toHaveLength(1));
    const [request] = sent('PATCH');
    expect(request?.url).toContain('/customers/c1/addresses/a1');
    expect(request?.headers.get('If-Match')).toBe('"3"');
    await expect(request?.json()).resolves.toMatchObject({ city: '范例市', lines: ['示例路1号', '2层'], province: '示例省', kind: 'billing', primary: false });
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
  });

  it('are added in the place where they stand, the first as the primary one', async () => {
    await show(true, []);
    fireEvent.click(await screen.findByRole('button', { name: 'Change: Add an address' }));
    fireEvent.change(screen.getByRole('textbox', { name: /Street/ }), { target: { value: '示例路1号' } });
    fireEvent.submit(screen.getByRole('form', { name: 'Add an address' }));
    await waitFor(() => expect(sent('POST')).toHaveLength(1));
    await expect(sent('POST')[0]?.json()).resolves.toEqual({
      kind: 'delivery', label: null, lines: ['示例路1号'], district: null, city: null, province: null, postalCode: null, country: 'CN', primary: true,
    });
  });

  it('are copied line by line', async () => {
    const writeText = vi.fn(async () => undefined);
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { clipboard: { writeText } }));
    await show(false, [london]);
    fireEvent.click(screen.getByRole('button', { name: 'Copy address: Visits' }));
    expect(writeText).toHaveBeenCalledWith('1 Example Street\nSampleton\nZZ99 9ZZ\nUnited Kingdom');
    expect(await screen.findByText('Address copied')).toBeTruthy();
  });
});
