import { configure } from '@testing-library/react';
import { defaultConfig } from 'antd/lib/theme/context';
import i18next from 'i18next';
import { beforeEach } from 'vitest';
import { startTexts } from './shared/i18n';

globalThis.matchMedia ??= ((query: string) => ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} })) as unknown as typeof matchMedia;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

// What is awaited comes as soon as it can; a busy machine takes its time.
configure({ asyncUtilTimeout: 15_000 });

localStorage.setItem('trunkline.language', 'en');
await startTexts();

beforeEach(async () => {
  await i18next.changeLanguage('en');
});

globalThis.scrollTo = () => {};

// Styles play no part here, and asking for them takes longest: without them only what is hidden has to be known.
Object.assign(defaultConfig, { zeroRuntime: true });
document.head.appendChild(document.createElement('style')).textContent = '[class*="-hidden"] { display: none; }';
