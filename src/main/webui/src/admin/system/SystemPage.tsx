import { Outlet } from '@tanstack/react-router';
import { Button } from 'antd';
import { Download } from 'lucide-react';
import type { SystemView } from '../../shared/api/types';
import { useText } from '../../shared/i18n/useText';
import { Loaded } from '../../shared/ui/Loaded';
import { saveCsv } from '../../shared/ui/csv';
import { Mark } from '../../shared/ui/Mark';
import { DatabaseCard, DesksCard, JournalCard, PbxCard } from './Cards';
import { samplesCsv } from './history';
import { Recoveries } from './Recoveries';
import { useSystem } from './useSystem';
import { Verdict } from './Verdict';
import './system.css';

/** How everything is doing: first in one line, then part by part, then what had to be put right. */
export function SystemPage() {
  const { t, span, timeSeconds } = useText();
  const { query, live } = useSystem();
  const system = query.data;
  return (
    <>
      <div className="system">
        <header className="system-head">
          <h1>{t('room.system')}</h1>
          {system && (
            <>
              {live ? (
                <Mark tone="green" shape="disc" label={t('system.live')} />
              ) : (
                <Mark tone="amber" shape="ring" label={t('system.notLive', { time: timeSeconds(system.at) })} />
              )}
              <span className="grow soft small clip">{t('system.running', { version: system.version, time: span(Date.parse(system.at) - Date.parse(system.startedAt)) })}</span>
              <Button icon={<Download size={14} aria-hidden="true" />} onClick={() => download(system)}>
                {t('system.csv')}
              </Button>
            </>
          )}
        </header>
        <Loaded query={query} lines={10}>
          {(found) => (
            <>
              <Verdict system={found} />
              <div className="system-cards">
                <PbxCard system={found} />
                <DesksCard system={found} />
                <DatabaseCard system={found} />
                <JournalCard system={found} />
              </div>
              <Recoveries />
            </>
          )}
        </Loaded>
      </div>
      <Outlet />
    </>
  );
}

const download = (system: SystemView) => saveCsv(`trunkline-${system.at.slice(0, 19).replaceAll(':', '')}`, samplesCsv(system.history));
