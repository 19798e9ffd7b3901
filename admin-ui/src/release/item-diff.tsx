import Skeleton from '@mui/material/Skeleton';
import Box from '@mui/material/Box';
import type { FC } from 'react';
import { useNavigate } from 'react-router-dom';
import { configDiffDocument, type Change } from '../providers/config-item/config-item.js';
import { useGraphql } from '../providers/use-graphql.js';
import { DiffView } from '../shared/diff-view.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { placeOf } from '../shared/place.js';
import { WorkflowDiff } from '../workflows/diagram/workflow-diagram.js';
import { ModelDiff } from './model-diff.js';
import { useContents } from './use-contents.js';

interface ItemDiffProps {
  kind: string;
  itemKey: string;
  before: string | null;
  after: string | null;
  /** The labelled differences, where they are known already. */
  changes?: Change[];
}

/** What is different about an item, as its kind is best seen: diagrams side by side, models by what they measured, the rest by label. */
export const ItemDiff: FC<ItemDiffProps> = ({ kind, itemKey, before, after, changes }) => {
  const query = useGraphql<{ configDiff: Change[] }>(configDiffDocument, { kind, before, after }, { enabled: changes === undefined });
  const known = changes ?? query.data?.configDiff;
  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!known) return <Skeleton variant="rounded" height={96} />;
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {kind === 'workflow' && <Diagrams itemKey={itemKey} before={before} after={after} />}
      {kind === 'model' && <ModelDiff before={before} after={after} />}
      <DiffView changes={kind === 'workflow' ? known.filter(({ path }) => path !== '/bpmn' || !before) : known} />
    </Box>
  );
};

const Diagrams: FC<{ itemKey: string; before: string | null; after: string | null }> = ({ itemKey, before, after }) => {
  const navigate = useNavigate();
  const { data } = useContents(before, after);
  if (!data) return <Skeleton variant="rounded" height={320} />;
  const bpmn = (body: unknown) => (body as { bpmn?: string } | null)?.bpmn ?? null;
  return <WorkflowDiff before={bpmn(data.before)} after={bpmn(data.after)} onElementClick={(id) => void navigate(placeOf('workflow', itemKey, null, id))} />;
};
