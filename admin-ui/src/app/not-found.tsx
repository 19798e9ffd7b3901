import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyState } from '../shared/empty-state.js';

export const NotFound = () => {
  const t = useTranslate();
  return (
    <EmptyState
      isPage
      title={t('app.notFound.title')}
      hint={t('app.notFound.hint')}
      action={
        <Button variant="contained" component={Link} to="/">
          {t('app.backToWorkbench')}
        </Button>
      }
    />
  );
};
