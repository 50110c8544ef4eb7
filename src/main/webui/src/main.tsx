import '@fontsource-variable/inter';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode, useEffect, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { whenSessionLost } from './shared/api/client';
import { ProblemError } from './shared/api/problem';
import { startTexts } from './shared/i18n';
import { useText } from './shared/i18n/useText';
import { antdTheme } from './shared/theme/antd';
import './shared/theme/base.css';
import { applyTheme, paletteOf, useTheme } from './shared/theme/theme';
import { makeRouter } from './router';

const client = new QueryClient({
  queryCache: new QueryCache(),
  mutationCache: new MutationCache(),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays one; only what may pass is tried again.
      retry: (count, error) => count < 2 && (!(error instanceof ProblemError) || error.status === 0 || error.status >= 502),
    },
  },
});

const router = makeRouter(client);

whenSessionLost(() => {
  if (router.state.location.pathname === '/sign-in') return;
  const next = router.state.location.href;
  // What was read for this person goes only once nothing on screen shows it any more.
  void router.navigate({ to: '/sign-in', search: { next } as never }).then(() => client.clear());
});

function Root() {
  const { language } = useText();
  const dark = useTheme((s) => s.dark);
  useEffect(() => applyTheme(dark), [dark]);
  useEffect(() => {
    dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en');
  }, [language]);
  const theme = useMemo(() => antdTheme(paletteOf(dark), dark), [dark]);
  return (
    <ConfigProvider theme={theme} locale={language === 'zh-CN' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <App style={{ height: '100%' }} message={{ maxCount: 3 }}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}

async function start() {
  if (import.meta.env.MODE === 'mock') {
    const { startMocks } = await import('./mocks/browser');
    await startMocks();
  }
  applyTheme(useTheme.getState().dark);
  await startTexts();
  const element = document.getElementById('root');
  if (!element) throw new Error('no root element');
  createRoot(element).render(
    <StrictMode>
      <Root />
    </StrictMode>,
  );
}

void start();
