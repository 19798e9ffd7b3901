import { type FC, type PropsWithChildren } from 'react';
import { useCan } from '../providers/use-me.js';
import { Forbidden } from './forbidden.js';
import { PageLoading } from './page-loading.js';

/** Shows its page to those who may see it, and says clearly to others that they may not. */
export const RequirePermission: FC<PropsWithChildren<{ permission?: string }>> = ({ permission, children }) => {
  const { can, isPending } = useCan();
  if (isPending) return <PageLoading />;
  return can(permission) ? <>{children}</> : <Forbidden />;
};
