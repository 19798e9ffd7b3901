import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { changePasswordPath } from '../providers/auth-provider.js';

export default defineArea({
  pages: [{ path: changePasswordPath, component: lazy(() => import('./change-password-page.js')), bare: true }],
  commands: [{ label: 'app.person.password', path: changePasswordPath }],
});
