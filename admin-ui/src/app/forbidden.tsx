import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyState } from '../shared/empty-state.js';

export const Forbidden = () => {
  const t = useTranslate();
  return (
    <EmptyState
      isPage
      title={t('app.forbidden.title')}
      hint={t('app.forbidden.hint')}
      code="FORBIDDEN"
      action={
        <Button variant="contained" component={Link} to="/">
          {t('app.backToWorkbench')}
        </Button>
      }
    />
  );
};
