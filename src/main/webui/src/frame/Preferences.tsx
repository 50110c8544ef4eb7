import { Dropdown, Tooltip } from 'antd';
import { Languages, Monitor, Moon, Sun } from 'lucide-react';
import { chooseLanguage, type Language } from '../shared/i18n';
import { useText } from '../shared/i18n/useText';
import { useTheme, type ThemeChoice } from '../shared/theme/theme';

export function LanguageSwitch() {
  const { t, language } = useText();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [language],
        items: [
          { key: 'en', label: <span lang="en">English</span> },
          { key: 'zh-CN', label: <span lang="zh-CN">简体中文</span> },
        ],
        onClick: ({ key }) => void chooseLanguage(key as Language),
      }}
    >
      <Tooltip title={t('frame.language')}>
        <button type="button" className="icon-button" aria-label={t('frame.language')}>
          <Languages size={16} aria-hidden="true" />
        </button>
      </Tooltip>
    </Dropdown>
  );
}

export function ThemeSwitch() {
  const { t } = useText();
  const { choice, choose, dark } = useTheme();
  const Icon = dark ? Moon : Sun;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [choice],
        items: [
          { key: 'light', icon: <Sun size={14} />, label: t('frame.themeLight') },
          { key: 'dark', icon: <Moon size={14} />, label: t('frame.themeDark') },
          { key: 'system', icon: <Monitor size={14} />, label: t('frame.themeSystem') },
        ],
        onClick: ({ key }) => choose(key as ThemeChoice),
      }}
    >
      <Tooltip title={t('frame.theme')}>
        <button type="button" className="icon-button" aria-label={t('frame.theme')}>
          <Icon size={16} aria-hidden="true" />
        </button>
      </Tooltip>
    </Dropdown>
  );
}
