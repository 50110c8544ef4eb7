import { http, HttpResponse, type DefaultBodyType } from 'msw';
import type { CustomerAddressInput, CustomerAddressView } from '../shared/api/types';
import { customers } from './data';

const one = '/api/v1/customers/:id/addresses/:address';
const now = () => new Date().toISOString();

const make = (customerId: string, input: CustomerAddressInput): CustomerAddressView => ({
  kind: 'other', primary: false, lines: [], ...(input as Partial<CustomerAddressView>), country: input.country, id: crypto.randomUUID(), customerId, createdAt: now(), updatedAt: now(), version: 0,
});

const addresses: CustomerAddressView[] = customers.slice(0, 4).flatMap(({ id }, i) => [
  make(id, { kind: 'billing', lines: [`示例路${i + 1}00号`, '样板大厦3层'], district: '样板区', city: '示例市', province: '示例省', postalCode: '000000', country: 'CN', primary: true }),
  make(id, { kind: 'visit', label: 'ring at the back door', lines: [`${i + 1} Example Street`], city: 'Sampleton', postalCode: 'ZZ99 9ZZ', country: 'GB' }),
]);

const found = (id: unknown) => addresses.find((address) => address.id === id);

/** Where customers are. */
export const addressHandlers = [
  http.get('/api/v1/customers/:id/addresses', ({ params }) => {
    const items = addresses.filter((address) => address.customerId === params['id']);
    return HttpResponse.json({ items, next: null, total: items.length });
  }),
  http.get(one, ({ params }) => HttpResponse.json(found(params['address']) as DefaultBodyType)),
  http.post('/api/v1/customers/:id/addresses', async ({ params, request }) => {
    const made = make(String(params['id']), (await request.json()) as CustomerAddressInput);
    addresses.push(made);
    return HttpResponse.json(made, { status: 201 });
  }),
  http.patch(one, async ({ params, request }) => {
    const address = found(params['address']);
    if (address) Object.assign(address, await request.json(), { version: address.version + 1, updatedAt: now() });
    return HttpResponse.json(address as DefaultBodyType);
  }),
  http.delete(one, ({ params }) => {
    addresses.splice(addresses.findIndex((address) => address.id === params['address']), 1);
    return new HttpResponse(null, { status: 204 });
  }),
];
