import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type FC, useMemo } from 'react';
import { useTranslate } from 'react-admin';
import DiagramView from './diagram-view.js';
import { diagramMarks } from './diagram-marks.js';

export interface DiagramDiffProps {
  /** BPMN 2.0 XML before; null for a workflow that is new. */
  before: string | null;
  /** BPMN 2.0 XML after; null for one that is removed. */
  after: string | null;
  onElementClick?: (id: string) => void;
  height?: number | string;
}

const DiagramDiff: FC<DiagramDiffProps> = ({ before, after, onElementClick, height = 280 }) => {
  const t = useTranslate();
  const marks = useMemo(() => diagramMarks(before, after), [before, after]);
  const counts = ['added', 'changed', 'removed'] as const;
  const all = Object.values({ ...marks.before, ...marks.after });
  const sides = [
    { name: 'before', bpmn: before, marks: marks.before },
    { name: 'after', bpmn: after, marks: marks.after },
  ].filter((side) => side.bpmn !== null);
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, mb: 2 }}>
        {counts.map((kind) => (
          <Typography key={kind} variant="caption" sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
            <Box component="span" aria-hidden sx={{ width: 18, height: 0, borderTop: '3px', borderTopStyle: kind === 'removed' ? 'dashed' : 'solid', borderColor: { added: 'success.main', changed: 'warning.main', removed: 'error.main' }[kind] }} />
            {t(`shared.diff.${kind}`)} {all.filter((mark) => mark === kind).length}
          </Typography>
        ))}
      </Box>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: `repeat(${sides.length}, minmax(0, 1fr))` } }}>
        {sides.map((side) => (
          <Box key={side.name} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden' }}>
            <Typography variant="caption" color="text.secondary" component="p" sx={{ px: 3, py: 1, borderBottom: 1, borderColor: 'divider' }}>
              {t(`workflows.diff.${side.name}`)}
            </Typography>
            <DiagramView bpmn={side.bpmn!} marks={side.marks} height={height} label={t(`workflows.diff.${side.name}`)} {...(onElementClick && { onElementClick })} />
          </Box>
        ))}
      </Box>
    </Box>
  );
};

export default DiagramDiff;
