import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { infoQuery } from '../shared/info';
import { Brand } from '../shared/ui/Brand';
import { useProblemText } from '../shared/ui/useProblemText';
import { useText } from '../shared/i18n/useText';
import { LanguageSwitch, ThemeSwitch } from '../frame/Preferences';
import { useGo, useUrlSearch } from '../shared/go';
import { parseSearch } from '../shared/go';
import { controls, usePhoneStore } from '../phone/phone';
import { homeOf, meQuery, signIn } from './session';
import './signin.css';

const DEMO_PASSWORD = 'trunkline-demo';

export function SignInPage() {
  const { t } = useText();
  const problemText = useProblemText();
  const go = useGo();
  const search = useUrlSearch();
  const client = useQueryClient();
  const info = useQuery(infoQuery);
  const onCall = usePhoneStore((s) => s.call !== null);
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  const enter = async (username: string, password: string) => {
    setBusy(username);
    setFailure(null);
    try {
      const user = await signIn(username, password);
      client.clear();
      client.setQueryData(meQuery.queryKey, user);
      const [path, query] = localPath(search['next']) ?? [homeOf(user), ''];
      go(path, { search: parseSearch(query), replace: true });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(null);
    }
  };

  const demoUsers = (info.data?.demo && info.data.demoUsers) || [];
  return (
    <div className="signin">
      <div className="signin-top">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <main className="signin-card">
        <Brand />
        <h1 className="signin-title">{t('session.title')}</h1>
        {search['next'] && failure === null && <p className="soft signin-note">{t('session.expired')}</p>}
        {onCall && (
          <Alert
            type="warning"
            showIcon
            title={t('phone.callGoesOn')}
            action={
              <Button size="small" danger onClick={controls.hangUp}>
                {t('phone.hangUp')}
              </Button>
            }
            className="signin-note"
          />
        )}
        {failure !== null && <Alert type="error" showIcon title={problemText(failure)} role="alert" className="signin-note" />}
        <Form<{ username: string; password: string }>
          layout="vertical"
          requiredMark={false}
          validateMessages={{ required: t('fieldError.required') }}
          onFinish={(v) => void enter(v.username.trim(), v.password)}
        >
          <Form.Item name="username" label={t('session.username')} rules={[{ required: true }]}>
            <Input autoComplete="username" autoFocus maxLength={64} size="large" />
          </Form.Item>
          <Form.Item name="password" label={t('session.password')} rules={[{ required: true }]}>
            <Input.Password autoComplete="current-password" maxLength={256} size="large" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block size="large" loading={busy !== null} className="signin-submit">
            {t('session.signIn')}
          </Button>
        </Form>
        {demoUsers.length > 0 && (
          <section className="signin-demo" aria-labelledby="signin-demo">
            <h2 id="signin-demo" className="small soft">
              {t('session.demo')}
            </h2>
            <ul>
              {demoUsers.map((user) => (
                <li key={user.username}>
                  <button
                    type="button"
                    className="signin-person"
                    disabled={busy !== null}
                    onClick={() => void enter(user.username, DEMO_PASSWORD)}
                  >
                    <span className="clip">{user.name}</span>
                    <span className="soft small">{t(`role.${user.role}`)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
      <footer className="signin-foot faint small">
        {info.data && (info.data.pbxSimulated ? t('pbx.simulatedLong') : null)}
      </footer>
    </div>
  );
}

/** Where the reader wanted to go, if it is a place of this page and not of somebody else's. */
export function localPath(next: string | undefined): [path: string, query: string] | null {
  if (!next || !/^\/(?![/\\])/.test(next)) return null;
  const url = new URL(next, location.origin);
  if (url.origin !== location.origin || url.pathname === '/sign-in') return null;
  return [url.pathname, url.search];
}
