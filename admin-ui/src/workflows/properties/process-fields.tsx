import MuiLink from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, useContext } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { placeOf } from '../../shared/place.js';
import { DiagramContext } from '../bpmn/diagram-context.js';
import type { WorkflowBody } from '../workflow.js';
import { PropertyGroup } from './property-group.js';

/** Nothing is selected: the workflow itself, and what its conditions can read. */
export const ProcessFields: FC<{ edited: EditedItem<WorkflowBody> }> = ({ edited }) => {
  const t = useTranslate();
  const { body, changeAt, isReadOnly } = edited;
  const diagram = useContext(DiagramContext);
  const services = diagram?.forms.services ?? [];
  return (
    <>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ pt: 2 }}>
        {t('workflows.type.Process')}
      </Typography>
      <TextField data-at="/title" fullWidth margin="dense" label={t('shared.item.title')} value={body.title} disabled={isReadOnly} onChange={(event) => changeAt('/title', event.target.value)} />
      <TextField data-at="/description" fullWidth multiline minRows={3} margin="dense" label={t('workflows.description')} value={body.description} disabled={isReadOnly} onChange={(event) => changeAt('/description', event.target.value)} />
      <PropertyGroup title={t('workflows.services')} {...(services.length === 0 && { hint: t('workflows.usedByNone') })}>
        {services.map(({ key, title }) => (
          <Typography key={key} sx={{ py: 0.5 }}>
            <MuiLink component={Link} to={placeOf('service', key)}>
              {title}
            </MuiLink>
          </Typography>
        ))}
      </PropertyGroup>
      <PropertyGroup title={t('workflows.howTo')}>
        {['add', 'connect', 'branch', 'keys'].map((step) => (
          <Typography key={step} variant="body2" color="text.secondary" sx={{ py: 0.5 }}>
            {t(`workflows.help.${step}`)}
          </Typography>
        ))}
      </PropertyGroup>
    </>
  );
};
