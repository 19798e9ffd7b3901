import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type FC, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { hasPage } from '../../app/areas.js';
import { NotFound } from '../../app/not-found.js';
import { PageLoading } from '../../app/page-loading.js';
import { useConfigItem, type EditedItem } from '../../providers/config-item/use-config-item.js';
import { useCan } from '../../providers/use-me.js';
import { BackLink } from '../back-link.js';
import { ErrorPanel } from '../error-panel.js';
import { useErrorText } from '../error-text.js';
import { FindingList } from '../finding-list.js';
import { Page } from '../page.js';
import { PageHead } from '../page-head.js';
import { useShowPlace } from '../place.js';
import { type RailTab, RightRail } from '../right-rail.js';
import { UsedByList } from '../used-by-list.js';
import { ConfigChips } from './config-chips.js';
import { ConflictDialog } from './conflict-dialog.js';
import { ItemMenu } from './item-menu.js';
import { LeaveGuard } from './leave-guard.js';
import { SaveState } from './save-state.js';
import { SaveVersionButton } from './save-version-button.js';
import { UndoButtons } from './undo-buttons.js';
import { VersionList } from './version-list.js';

interface ConfigEditPageProps<T> {
  kind: string;
  itemKey: string;
  /** Where the list of this kind stands, and its name. */
  list: { path: string; title: string };
  /** The editor. */
  children: (edited: EditedItem<T>) => ReactNode;
  /** Further buttons of the head, such as 试办. */
  actions?: (edited: EditedItem<T>) => ReactNode;
  /** Further tabs of the rail. */
  railTabs?: (edited: EditedItem<T>) => RailTab[];
  /** Without the rail, for editors that need the whole width. Findings then stand in the editor itself. */
  isFull?: boolean;
}

/** The frame of every page that edits configuration: head, editor, rail; loading, saving, conflict. */
export function ConfigEditPage<T>(props: ConfigEditPageProps<T>) {
  const result = useConfigItem<T>(props.kind, props.itemKey);
  useShowPlace(result.state === 'ready');
  if (result.state === 'loading') return <PageLoading />;
  if (result.state === 'failed') return result.error.code === 'NOT_FOUND' ? <NotFound /> : <ErrorPanel error={result.error} onRetry={result.retry} />;
  return <Ready {...props} edited={result.edited} />;
}

function Ready<T>({ list, children, actions, railTabs, isFull, edited }: ConfigEditPageProps<T> & { edited: EditedItem<T> }) {
  const { item } = edited;
  const plain = edited as EditedItem<unknown>;
  const title = (edited.body as { title?: string }).title || item.title || item.key;
  return (
    <Page width="full">
      <PageHead
        back={<BackLink to={list.path} label={list.title} />}
        title={title}
        itemKey={item.key}
        chips={<ConfigChips item={item} />}
        saveState={<SaveState edited={plain} />}
        actions={
          <>
            <UndoButtons edited={plain} />
            {actions?.(edited)}
            <SaveVersionButton edited={plain} />
            <AddToRelease edited={plain} />
            {!edited.isReadOnly && <ItemMenu edited={plain} listPath={list.path} />}
          </>
        }
      />
      <SaveTrouble edited={plain} />
      {isFull ? (
        children(edited)
      ) : (
        <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 320px' } }}>
          <Box sx={{ minWidth: 0 }}>{children(edited)}</Box>
          <ConfigRail edited={plain} extra={railTabs?.(edited) ?? []} />
        </Box>
      )}
      <ConflictDialog edited={plain} />
      <LeaveGuard edited={plain} />
    </Page>
  );
}

/** Findings, who uses this, versions. */
export const ConfigRail: FC<{ edited: EditedItem<unknown>; extra?: RailTab[] }> = ({ edited, extra = [] }) => {
  const t = useTranslate();
  const { item } = edited;
  return (
    <RightRail
      label={t('shared.config.rail')}
      tabs={[
        { id: 'findings', label: t('shared.config.findings'), count: item.findings.length, isBad: item.findings.some(({ severity }) => severity === 'ERROR'), content: <FindingList findings={item.findings} /> },
        ...extra,
        { id: 'usedBy', label: t('shared.config.usedBy'), count: item.usedBy.length, content: <UsedByList users={item.usedBy} none={t('shared.config.usedByNone')} atReference /> },
        { id: 'versions', label: t('shared.config.versions'), content: <VersionList edited={edited} /> },
      ]}
    />
  );
};

/** Opens 待发布 with this item chosen. */
const AddToRelease: FC<{ edited: EditedItem<unknown> }> = ({ edited }) => {
  const t = useTranslate();
  const { can } = useCan();
  const { kind, key, item } = edited;
  const isInHall = item.published.some(({ channel, same }) => channel === 'hall' && same);
  if (!hasPage('/release') || !can('release.read')) return null;
  return (
    <Button variant="contained" component={Link} to={`/release?${new URLSearchParams({ items: `${kind}:${key}` })}`} disabled={isInHall && !edited.isDirty}>
      {t('shared.config.addToRelease')}
    </Button>
  );
};

/** A refused save with its reasons, and the news that an unsaved copy came back. */
const SaveTrouble: FC<{ edited: EditedItem<unknown> }> = ({ edited }) => {
  const t = useTranslate();
  const errorText = useErrorText();
  if (edited.recovered) {
    return (
      <Alert severity="info" sx={{ mb: 4 }}>
        {t('shared.save.recovered')}
      </Alert>
    );
  }
  if (edited.status !== 'refused' || !edited.error) return null;
  const details = Array.isArray(edited.error.details) ? (edited.error.details as { path: string; message: string }[]) : [];
  return (
    <Alert severity="error" sx={{ mb: 4 }}>
      {errorText(edited.error)}
      {details.map(({ path, message }) => (
        <div key={path + message}>
          <code>{path}</code> {message}
        </div>
      ))}
    </Alert>
  );
};
