import i18next from 'i18next';
import { beforeEach } from 'vitest';
import { startTexts } from './shared/i18n';

globalThis.matchMedia ??= ((query: string) => ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} })) as unknown as typeof matchMedia;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

localStorage.setItem('trunkline.language', 'en');
await startTexts();

beforeEach(async () => {
  await i18next.changeLanguage('en');
});

globalThis.scrollTo = () => {};
