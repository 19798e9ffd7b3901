import OpenInFull from '@mui/icons-material/OpenInFullOutlined';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import DialogActions from '@mui/material/DialogActions';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { WorkflowDiagram } from '../workflows/diagram/workflow-diagram.js';
import type { CasePageData } from './case.js';

/** Where the case stands on its workflow: beside the form around that step, on demand the whole in a window. */
export const CaseDiagram: FC<{ diagram: CasePageData['diagram'] }> = ({ diagram }) => {
  const t = useTranslate();
  const [isLarge, setIsLarge] = useState(false);
  const enlarge = (
    <Tooltip title={t('cases.enlarge')}>
      <IconButton aria-label={t('cases.enlarge')} onClick={() => setIsLarge(true)}>
        <OpenInFull sx={{ fontSize: 16 }} />
      </IconButton>
    </Tooltip>
  );
  return (
    <>
      <WorkflowDiagram {...diagram} height={360} label={t('cases.diagram')} buttons={enlarge} />
      <Dialog open={isLarge} onClose={() => setIsLarge(false)} fullWidth maxWidth="xl" aria-labelledby="case-diagram-title">
        <DialogTitle id="case-diagram-title">{t('cases.diagram')}</DialogTitle>
        <DialogContent>
          <WorkflowDiagram {...diagram} height="min(560px, 64vh)" label={t('cases.diagram')} />
        </DialogContent>
        <DialogActions>
          <Button variant="outlined" onClick={() => setIsLarge(false)}>
            {t('shared.close')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
};
