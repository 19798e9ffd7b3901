import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { questionsResource } from './question.js';

export default defineArea({
  resources: { unanswered: questionsResource },
  pages: [{ path: '/unanswered', component: lazy(() => import('./question-list.js')), permission: 'corpus.read' }],
});
