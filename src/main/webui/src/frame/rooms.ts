import { Activity, Ban, BookOpen, ChartColumn, ClipboardList, Contact, Gauge, Headphones, Headset, ListTree, MessagesSquare, Phone, ScrollText, Split, Ticket, Users, Workflow, type LucideIcon } from 'lucide-react';
import type { Room } from '../session/session';
import type { UserView } from '../shared/api/types';
import type { UrlSearch } from '../shared/go';

interface RoomEntry {
  room: Room;
  path: string;
  icon: LucideIcon;
  /** Pressed after `g`. */
  key: string;
  admin?: boolean;
}

export const roomEntries: readonly RoomEntry[] = [
  { room: 'desk', path: '/desk', icon: Headset, key: 'd' },
  { room: 'board', path: '/board', icon: Gauge, key: 'b' },
  { room: 'reports', path: '/reports', icon: ChartColumn, key: 'o' },
  { room: 'agents', path: '/agents', icon: Headphones, key: 'n' },
  { room: 'calls', path: '/calls', icon: Phone, key: 'l' },
  { room: 'customers', path: '/customers', icon: Contact, key: 'c' },
  { room: 'tickets', path: '/tickets', icon: Ticket, key: 't' },
  { room: 'follow-ups', path: '/follow-ups', icon: ClipboardList, key: 'f' },
  { room: 'knowledge', path: '/knowledge', icon: BookOpen, key: 'k' },
  { room: 'scripts', path: '/scripts', icon: MessagesSquare, key: 'p' },
  { room: 'users', path: '/admin/users', icon: Users, key: 'u', admin: true },
  { room: 'queues', path: '/admin/queues', icon: ListTree, key: 'q', admin: true },
  { room: 'ticket-rules', path: '/admin/ticket-rules', icon: Workflow, key: 'r', admin: true },
  { room: 'routing', path: '/admin/routing', icon: Split, key: 'w', admin: true },
  { room: 'blocked-numbers', path: '/admin/blocked-numbers', icon: Ban, key: 'x', admin: true },
  { room: 'audit', path: '/admin/audit', icon: ScrollText, key: 'a', admin: true },
  { room: 'system', path: '/admin/system', icon: Activity, key: 's', admin: true },
];

/** Work lists open at what this person has to do. */
export function startOf(room: Room, me: UserView): UrlSearch {
  if (room !== 'tickets' && room !== 'follow-ups') return {};
  if (!me.extension) return { status: 'open' };
  return { assignee: room === 'tickets' ? 'me' : 'me,none', status: 'open' };
}
