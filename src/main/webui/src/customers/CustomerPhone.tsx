import { useQuery } from '@tanstack/react-query';
import { DialNumber } from '../desk/control/DialNumber';
import { firstPhone } from './firstPhone';
import { customerQuery } from './queries';

/** A customer's number beside what speaks of the customer only by name; nothing until it is known. */
export function CustomerPhone({ customerId }: { customerId: string }) {
  const { data } = useQuery(customerQuery(customerId));
  const number = data && firstPhone(data);
  return number ? <DialNumber number={number} customerId={customerId} /> : null;
}
