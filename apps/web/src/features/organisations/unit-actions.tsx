import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { Button } from '../../ui/button.js';
import { buttonStyle } from '../../ui/button-style.js';
import { Menu, type MenuItem } from '../../ui/menu.js';
import { toast } from '../../ui/toast-store.js';
import { TreeChangeDialog } from './tree-change-dialog.js';
import { UnitDialog } from './unit-dialog.js';
import { type Unit, useTreeChanged } from './use-unit.js';

type Opened = 'create' | 'change' | 'move' | 'merge';

/** What may be done with a unit; nothing for those who only read. */
export function UnitActions({ unit }: { readonly unit: Unit }) {
  const { t } = useTranslation('organisations');
  const [opened, setOpened] = useState<Opened | null>(null);
  const { close, reopen } = useClosing(unit);
  if (!unit.can.manage) return null;
  const dismiss = () => setOpened(null);
  const isAgency = unit.parentId === null;
  const item = (key: Opened): MenuItem => ({ key, label: t(`actions.${key}`), onSelect: () => setOpened(key) });
  const items: MenuItem[] = [
    item('change'),
    ...(isAgency ? [] : [item('move'), item('merge'), { key: 'close', label: t('actions.close'), onSelect: () => void close() }]),
  ];
  if (unit.closed) {
    return unit.mergedInto ? null : (
      <Button tone="secondary" onClick={() => void reopen()}>
        {t('actions.reopen')}
      </Button>
    );
  }
  return (
    <>
      <Button icon={<Plus aria-hidden="true" className="size-5" />} onClick={() => setOpened('create')}>
        {t('actions.create')}
      </Button>
      <Menu label={t('actions.more')} button={<Ellipsis aria-hidden="true" className="size-5" />} buttonClassName={buttonStyle('secondary', 'medium', false)} items={items} />
      {(opened === 'create' || opened === 'change') && <UnitDialog unit={unit} kind={opened} onClose={dismiss} />}
      {(opened === 'move' || opened === 'merge') && <TreeChangeDialog unit={unit} kind={opened} onClose={dismiss} />}
    </>
  );
}

function useClosing(unit: Unit) {
  const { t } = useTranslation('organisations');
  const changed = useTreeChanged();
  const sentence = useProblemSentence();
  const params = { organisationId: unit.id };
  const run = async (call: () => Promise<unknown>, done: () => void) => {
    try {
      await call();
      await changed();
      done();
    } catch (error) {
      toast({ text: sentence(error), tone: 'danger' });
    }
  };
  const reopen = () => run(() => api.organisations.reopen({ params }), () => toast({ text: t('actions.reopened', { name: unit.name }), tone: 'success' }));
  const close = () =>
    run(() => api.organisations.close({ params }), () => toast({ text: t('actions.closedNow', { name: unit.name }), tone: 'success', undo: () => void reopen() }));
  return { close, reopen };
}
