import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import type { ConfigItem } from '../../providers/config-item/config-item.js';
import { StatusChip } from '../status-chip.js';

/** Three chips: the draft, what the hall shows now, and findings. */
export const ConfigChips: FC<{ item: ConfigItem }> = ({ item }) => {
  const t = useTranslate();
  const hall = item.published.find(({ channel }) => channel === 'hall');
  const errors = item.findings.filter(({ severity }) => severity === 'ERROR').length;
  const others = item.findings.length - errors;
  return (
    <>
      {item.draft.changed && <StatusChip tone="info" label={t('shared.config.draftChanged')} title={t('shared.config.draftChangedHint')} />}
      {!hall && <StatusChip tone="quiet" label={t('shared.config.notInHall')} />}
      {hall && (hall.same ? <StatusChip tone="good" label={t('shared.config.hallSame')} /> : <StatusChip tone="notice" label={t('shared.config.hallOlder')} />)}
      {errors > 0 && <StatusChip tone="bad" label={t('shared.config.errors', { smart_count: errors })} />}
      {errors === 0 && others > 0 && <StatusChip tone="notice" label={t('shared.config.warnings', { smart_count: others })} />}
    </>
  );
};
