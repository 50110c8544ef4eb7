import { create } from 'zustand';
import { dark, light, type Palette } from './palette';

export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'trunkline.theme';
const media = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null;

interface ThemeState {
  choice: ThemeChoice;
  dark: boolean;
  choose(choice: ThemeChoice): void;
}

function stored(): ThemeChoice {
  const value = localStorage.getItem(KEY);
  return value === 'light' || value === 'dark' ? value : 'system';
}

const isDark = (choice: ThemeChoice) => choice === 'dark' || (choice === 'system' && (media?.matches ?? false));

/** The reader's theme: a taste of this browser, not of the account. */
export const useTheme = create<ThemeState>((set) => ({
  choice: stored(),
  dark: isDark(stored()),
  choose: (choice) => {
    localStorage.setItem(KEY, choice);
    set({ choice, dark: isDark(choice) });
  },
}));

media?.addEventListener('change', () => useTheme.setState((s) => ({ dark: isDark(s.choice) })));

export const paletteOf = (darkTheme: boolean): Palette => (darkTheme ? dark : light);

const kebab = (name: string) => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

/** The palette as CSS variables: `--text-soft`, …. */
export const cssVariables = (darkTheme: boolean) => Object.fromEntries(Object.entries(paletteOf(darkTheme)).map(([name, value]) => [`--${kebab(name)}`, value]));

/** Writes the palette on the document, and the top bar's colour for the window around it. */
export function applyTheme(darkTheme: boolean) {
  const root = document.documentElement;
  root.dataset['theme'] = darkTheme ? 'dark' : 'light';
  root.style.colorScheme = darkTheme ? 'dark' : 'light';
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', paletteOf(darkTheme).surface);
  for (const [name, value] of Object.entries(cssVariables(darkTheme))) root.style.setProperty(name, value);
}
