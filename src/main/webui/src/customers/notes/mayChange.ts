import type { UserView } from '../../shared/api/types';

/** Notes are changed by who wrote them, and by administrators. */
export const mayChangeNote = (me: Pick<UserView, 'id' | 'roles'>, authorId: unknown) => authorId === me.id || me.roles.includes('administrator');
