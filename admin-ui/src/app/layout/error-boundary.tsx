import Button from '@mui/material/Button';
import { Component, type FC, type PropsWithChildren } from 'react';
import { useTranslate } from 'react-admin';
import { EmptyState } from '../../shared/empty-state.js';

/** Keeps a page's failure inside the page: top bar and menu go on working. */
export class ErrorBoundary extends Component<PropsWithChildren, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    return this.state.error ? <Crashed error={this.state.error} /> : this.props.children;
  }
}

const Crashed: FC<{ error: Error }> = ({ error }) => {
  const t = useTranslate();
  return (
    <EmptyState
      isPage
      title={t('app.crashed.title')}
      hint={t('app.crashed.hint')}
      code={error.message}
      action={
        <Button variant="contained" onClick={() => location.reload()}>
          {t('app.crashed.reload')}
        </Button>
      }
    />
  );
};
