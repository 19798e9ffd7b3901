import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { type FC, useEffect, useMemo, useRef, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import type { EditedItem } from '../providers/config-item/use-config-item.js';
import { CodeEditor } from '../shared/code-editor.js';
import { Sheet } from '../shared/page.js';
import { usePlace } from '../shared/place.js';
import { showWhole } from './bpmn/canvas-view.js';
import { type Diagram, DiagramContext } from './bpmn/diagram-context.js';
import { useModeler } from './bpmn/use-modeler.js';
import { Canvas } from './canvas.js';
import { EditorRail } from './editor-rail.js';
import { useMarkers } from './problems/use-markers.js';
import { ProblemList } from './problems/problem-list.js';
import { useCompiled, useProblems } from './problems/use-problems.js';
import { outcomesOf, linkedFormsOf } from './scope/drawn-scope.js';
import { useWorkflowForms } from './scope/use-workflow-forms.js';
import { variablesOf } from './scope/workflow-scope.js';
import { Simulator } from './simulate/simulator.js';
import type { WorkflowBody } from './workflow.js';

type View = 'draw' | 'simulate' | 'xml';

/** Diagram left, properties right, problems below; the XML and the simulation in tabs of their own. */
export const WorkflowEditor: FC<{ edited: EditedItem<WorkflowBody> }> = ({ edited }) => {
  const t = useTranslate();
  const language = useLocale();
  const [view, setView] = useState<View>('draw');
  const container = useRef<HTMLDivElement>(null);
  const { diagram: opened, failure } = useModeler(container, edited);
  const linked = useMemo(() => (opened ? linkedFormsOf(opened.viewer) : []), [opened]);
  const { all: forms } = useWorkflowForms(edited.item, linked);
  const variables = useMemo(() => variablesOf(forms, opened ? outcomesOf(opened.viewer) : [], language), [forms, opened, language]);
  const diagram = useMemo((): Diagram | null => opened && { ...opened, ...(failure && { selected: null }), forms, variables }, [opened, failure, forms, variables]);
  const compiled = useCompiled(edited.body.bpmn);
  const problems = useProblems(compiled, forms, variables);
  useMarkers(opened?.viewer ?? null, problems);
  const { open } = usePlacedElement(opened, setView);

  return (
    <DiagramContext.Provider value={diagram}>
      <Box data-at="/bpmn" sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: view === 'simulate' ? 'minmax(0, 1fr)' : 'minmax(0, 1fr) 348px' } }}>
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3, minWidth: 0, height: { lg: 'calc(100vh - 176px)' }, minHeight: 520 }}>
          <Sheet sx={{ flex: 1, minHeight: 420, display: 'flex', flexDirection: 'column' }}>
            <Tabs value={view} onChange={(_, next: View) => setView(next)} sx={{ px: 2, borderBottom: 1, borderColor: 'divider', flexShrink: 0 }} aria-label={t('workflows.views')}>
              <Tab value="draw" label={t('workflows.view.draw')} />
              <Tab value="simulate" label={t('workflows.view.simulate')} />
              <Tab value="xml" label="XML" />
            </Tabs>
            <Canvas container={container} isHidden={view !== 'draw'} onFit={() => opened && showWhole(opened.viewer)} failure={failure} onXml={() => setView('xml')} />
            {view === 'simulate' && <Simulator bpmn={edited.body.bpmn} compiled={compiled} forms={forms} variables={variables} />}
            {view === 'xml' && (
              <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
                <CodeEditor language="xml" label="XML" value={edited.body.bpmn} readOnly={edited.isReadOnly} height="100%" onChange={(bpmn) => edited.changeAt('/bpmn', bpmn, 'xml')} />
              </Box>
            )}
          </Sheet>
          <ProblemList problems={problems} isChecking={compiled === null} onOpen={open} />
        </Box>
        {view !== 'simulate' && <EditorRail edited={edited} />}
      </Box>
    </DiagramContext.Provider>
  );
};

/** Goes to the element of the address, and to those of problems; the drawing is shown first. */
function usePlacedElement(opened: ReturnType<typeof useModeler>['diagram'], setView: (view: View) => void): { open: (id: string) => void } {
  const { element } = usePlace();
  const [wanted, setWanted] = useState<{ id: string } | null>(null);
  useEffect(() => setWanted(element ? { id: element } : null), [element]);
  const goTo = opened?.open;
  const isDrawn = opened !== null && wanted !== null && opened.viewer.get<{ get(id: string): unknown }>('elementRegistry').get(wanted.id) !== undefined;
  useEffect(() => {
    if (!wanted || !goTo || !isDrawn) return;
    setView('draw');
    setWanted(null);
    // The canvas needs its size back before anything can be centred.
    requestAnimationFrame(() => goTo(wanted.id));
  }, [wanted, goTo, isDrawn, setView]);
  return { open: (id) => setWanted({ id }) };
}
