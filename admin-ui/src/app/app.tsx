import { type FC, Suspense } from 'react';
import { Admin, CustomRoutes } from 'react-admin';
import { createBrowserRouter, Route, RouterProvider } from 'react-router-dom';
import { authProvider } from '../providers/auth-provider.js';
import { createDataProvider } from '../providers/data-provider.js';
import { i18nProvider } from '../providers/i18n-provider.js';
import { store } from '../providers/language.js';
import { queryClient } from '../providers/query-client.js';
import type { Page } from './area.js';
import { pages, resources } from './areas.js';
import { Layout } from './layout/layout.js';
import { LoginPage } from '../login/login-page.js';
import { SessionDialog } from '../login/session-dialog.js';
import { NotFound } from './not-found.js';
import { PageLoading } from './page-loading.js';
import { RequirePermission } from './require-permission.js';
import { darkTheme, lightTheme } from './theme.js';

const dataProvider = createDataProvider(resources);

const routeOf = (page: Page) => {
  const Component = page.component as FC;
  return (
    <Route
      key={page.path}
      path={page.path}
      element={
        <RequirePermission {...(page.permission && { permission: page.permission })}>
          <Suspense fallback={<PageLoading />}>
            <Component />
          </Suspense>
          {page.bare && <SessionDialog />}
        </RequirePermission>
      }
    />
  );
};

const BanshiAdmin: FC = () => (
  <Admin
    authProvider={authProvider}
    dataProvider={dataProvider}
    i18nProvider={i18nProvider}
    queryClient={queryClient}
    store={store}
    lightTheme={lightTheme}
    darkTheme={darkTheme}
    layout={Layout}
    loginPage={LoginPage}
    loading={PageLoading}
    catchAll={NotFound}
    requireAuth
    disableTelemetry
    title=""
  >
    <CustomRoutes>{pages.filter((page) => !page.bare).map(routeOf)}</CustomRoutes>
    <CustomRoutes noLayout>{pages.filter((page) => page.bare).map(routeOf)}</CustomRoutes>
  </Admin>
);

const router = createBrowserRouter([{ path: '*', element: <BanshiAdmin /> }]);

export const App: FC = () => <RouterProvider router={router} />;
