/** Every colour of the page, once for each theme; CSS variables and Ant Design tokens both come from here. */
export interface Palette {
  canvas: string;
  rail: string;
  surface: string;
  raised: string;
  hover: string;
  selected: string;
  line: string;
  lineStrong: string;
  text: string;
  textSoft: string;
  textFaint: string;
  accent: string;
  accentHover: string;
  accentText: string;
  accentSoft: string;
  link: string;
  green: string;
  greenSoft: string;
  amber: string;
  amberSoft: string;
  /** For shapes, which need less contrast than words. */
  amberFill: string;
  blue: string;
  blueSoft: string;
  violet: string;
  violetSoft: string;
  grey: string;
  greySoft: string;
  red: string;
  redSoft: string;
  shadow: string;
}

export const light: Palette = {
  canvas: '#f6f7f8',
  rail: '#f1f2f4',
  surface: '#ffffff',
  raised: '#ffffff',
  hover: '#f4f5f7',
  selected: '#e6f1f3',
  line: '#e7e8eb',
  lineStrong: '#d3d6db',
  text: '#17191d',
  textSoft: '#565b64',
  textFaint: '#626873',
  accent: '#0d6672',
  accentHover: '#0a525c',
  accentText: '#ffffff',
  accentSoft: '#e3f1f3',
  link: '#0b6070',
  green: '#1a7f37',
  greenSoft: '#e8f7ec',
  amber: '#8a5a00',
  amberSoft: '#fff4d9',
  amberFill: '#c47f00',
  blue: '#1d4ed8',
  blueSoft: '#e8f0ff',
  violet: '#6d3bc7',
  violetSoft: '#f1eafd',
  grey: '#565b64',
  greySoft: '#eceef1',
  red: '#b42318',
  redSoft: '#fdecea',
  shadow: '0 1px 2px rgba(16,20,28,.05), 0 8px 28px rgba(16,20,28,.12)',
};

export const dark: Palette = {
  canvas: '#101214',
  rail: '#0c0e10',
  surface: '#16191c',
  raised: '#1d2125',
  hover: '#1d2125',
  selected: '#15303a',
  line: '#272c31',
  lineStrong: '#3a4047',
  text: '#e8eaed',
  textSoft: '#a9b0ba',
  textFaint: '#8f97a2',
  accent: '#1f7f8c',
  accentHover: '#2a94a3',
  accentText: '#ffffff',
  accentSoft: '#12303a',
  link: '#66c5d2',
  green: '#56d07d',
  greenSoft: '#12301d',
  amber: '#eab54b',
  amberSoft: '#36290c',
  amberFill: '#eab54b',
  blue: '#80b0ff',
  blueSoft: '#162a4d',
  violet: '#c0a2fb',
  violetSoft: '#2c2147',
  grey: '#a9b0ba',
  greySoft: '#262b30',
  red: '#ff8a80',
  redSoft: '#401a18',
  shadow: '0 1px 2px rgba(0,0,0,.4), 0 10px 32px rgba(0,0,0,.5)',
};
