import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { utterancesResource } from './utterance.js';

export default defineArea({
  resources: { utterances: utterancesResource },
  pages: [
    { path: '/utterances', component: lazy(() => import('./utterance-list.js')), permission: 'corpus.read' },
    { path: '/utterances/health', component: lazy(() => import('./health/health-page.js')), permission: 'corpus.read' },
    { path: '/utterances/import', component: lazy(() => import('./import/import-page.js')), permission: 'corpus.write' },
    { path: '/training-sets', component: lazy(() => import('./sets/training-set-page.js')), permission: 'corpus.read' },
  ],
  commands: [
    { label: 'corpus.add', path: '/utterances?create=1', permission: 'corpus.write' },
    { label: 'corpus.paste.title', path: '/utterances?paste=1', permission: 'corpus.write' },
    { label: 'corpus.import.title', path: '/utterances/import', permission: 'corpus.write' },
    { label: 'corpus.health.title', path: '/utterances/health', permission: 'corpus.read' },
    { label: 'corpus.sets.title', path: '/training-sets', permission: 'corpus.read' },
  ],
});
