import { Briefcase, GraduationCap, LifeBuoy, LogOut, Settings2, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { LANGUAGES } from '../../shared/i18n/i18n.js';
import { useLanguage } from '../../shared/i18n/use-language.js';
import { useReplaceSession, useSession } from '../../shared/session/use-session.js';
import { THEMES, useTheme } from '../../shared/theme.js';
import { closeLive } from '../../shared/live/use-live.js';
import { Avatar } from '../../ui/avatar.js';
import { Menu, type MenuDivider, type MenuItem } from '../../ui/menu.js';
import { toast } from '../../ui/toast-store.js';

const LANGUAGE_NAMES = { id: 'Bahasa Indonesia', en: 'English' } as const;

/** Account, rooms, appearance, language, and the way out. Who is not signed in finds appearance and language here. */
export function AccountMenu() {
  const { t } = useTranslation('core');
  const { me, demo } = useSession();
  const [theme, setTheme] = useTheme();
  const [language, setLanguage] = useLanguage();
  const replaceSession = useReplaceSession();
  const sentence = useProblemSentence();
  const navigate = useNavigate();
  const inStaffRoom = useLocation().pathname.startsWith('/kelola');

  const signOut = async () => {
    try {
      const { onward } = await api.session.signOut();
      // The agency's provider has a session of its own, which would let the next person at this computer in.
      if (onward) return window.location.assign(onward);
      closeLive();
      await navigate('/', { replace: true });
      replaceSession({ me: null, demo });
      toast({ text: t('shell.signedOut') });
    } catch (error) {
      toast({ text: sentence(error), tone: 'danger' });
    }
  };

  const room: MenuItem = inStaffRoom
    ? { key: 'learner', label: t('shell.learnerRoom'), to: '/beranda', icon: <GraduationCap aria-hidden="true" className="size-5" /> }
    : { key: 'staff', label: t('shell.staffRoom'), to: '/kelola', icon: <Briefcase aria-hidden="true" className="size-5" /> };

  const items: (MenuItem | MenuDivider)[] = [
    ...(me ? [{ key: 'profile', label: me.fullName, hint: me.unit, to: '/profil', icon: <UserRound aria-hidden="true" className="size-5" /> }] : []),
    ...(me && me.can.length > 0 ? [room] : []),
    { key: 'help', label: t('shell.help'), to: '/bantuan', icon: <LifeBuoy aria-hidden="true" className="size-5" /> },
    { heading: t('shell.theme') },
    ...THEMES.map((key) => ({ key: `theme-${key}`, label: t(`shell.themes.${key}`), checked: theme === key, onSelect: () => setTheme(key) })),
    { heading: t('shell.language') },
    ...LANGUAGES.map((key) => ({ key: `language-${key}`, label: LANGUAGE_NAMES[key], checked: language === key, onSelect: () => void setLanguage(key) })),
    ...(me ? ['line' as const, { key: 'sign-out', label: t('shell.signOut'), icon: <LogOut aria-hidden="true" className="size-5" />, onSelect: () => void signOut() }] : []),
  ];

  return (
    <Menu
      label={me ? t('shell.account') : `${t('shell.theme')}, ${t('shell.language')}`}
      items={items}
      buttonClassName="inline-flex size-11 shrink-0 items-center justify-center rounded-full text-ink-soft transition-colors hover:bg-hover hover:text-ink"
      button={me ? <Avatar name={me.name} /> : <Settings2 aria-hidden="true" className="size-5" />}
    />
  );
}
