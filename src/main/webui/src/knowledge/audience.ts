import { useCallback } from 'react';
import type { ArticleView, Role } from '../shared/api/types';
import { useTeams } from '../shared/directory';
import { useText } from '../shared/i18n/useText';

type Audience = Pick<ArticleView, 'teams' | 'roles'>;

export const roles: Role[] = ['agent', 'sales', 'campaign-manager', 'supervisor', 'administrator'];

const TEAM = 'team:';
const ROLE = 'role:';

/** Teams and roles as one choice, in the form of one list. */
export const chosenOf = ({ teams, roles: some }: Audience): string[] => [...teams.map((id) => TEAM + id), ...some.map((role) => ROLE + role)];

export const audienceOf = (chosen: readonly string[]): Audience => ({
  teams: chosen.filter((one) => one.startsWith(TEAM)).map((one) => one.slice(TEAM.length)),
  roles: roles.filter((role) => chosen.includes(ROLE + role)),
});

export const isLimited = ({ teams, roles: some }: Audience) => teams.length + some.length > 0;

/** Who may read an article, in words; everybody is not worth one. */
export function useAudienceText() {
  const { t } = useText();
  const teams = useTeams();
  return useCallback(
    (audience: Audience): string | null =>
      isLimited(audience)
        ? [...audience.teams.map((id) => teams.find((team) => team.id === id)?.name ?? t('knowledge.unknownTeam')), ...audience.roles.map((role) => t(`role.${role}`))].join(t('common.listSeparator'))
        : null,
    [t, teams],
  );
}

/** What there is to choose from. */
export function useAudienceOptions() {
  const { t } = useText();
  const teams = useTeams();
  return [
    { label: t('knowledge.audienceTeams'), options: teams.map(({ id, name }) => ({ value: TEAM + id, label: name })) },
    { label: t('knowledge.audienceRoles'), options: roles.map((role) => ({ value: ROLE + role, label: t(`role.${role}`) })) },
  ];
}
