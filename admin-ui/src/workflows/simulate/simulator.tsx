import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { incidentText, stepErrorText, type Command, type CompiledProcess, type ProcessModel } from '@banshi/process';
import { type FC, useEffect, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { EmptyState } from '../../shared/empty-state.js';
import { StatusChip } from '../../shared/status-chip.js';
import { WorkflowDiagram } from '../diagram/workflow-diagram.js';
import type { Variable, WorkflowForms } from '../scope/workflow-scope.js';
import { editableFields, newSimulation, play, scopeOf, startVariables, type Simulation } from './simulation.js';
import { TaskStep } from './task-step.js';
import { ValueFields } from './value-fields.js';

interface SimulatorProps {
  bpmn: string;
  compiled: CompiledProcess | null;
  forms: WorkflowForms;
  variables: Variable[];
}

/** Tries the draft without saving a case: hand in an application, do the tasks, watch the token. */
export const Simulator: FC<SimulatorProps> = ({ bpmn, compiled, ...props }) => {
  const t = useTranslate();
  if (!compiled) return null;
  if (!compiled.model) return <EmptyState title={t('workflows.simulate.cannot')} hint={t('workflows.simulate.cannotHint')} />;
  // Another diagram is another case.
  return <Running key={bpmn} bpmn={bpmn} model={compiled.model} {...props} />;
};

const Running: FC<Omit<SimulatorProps, 'compiled'> & { model: ProcessModel }> = ({ bpmn, model, forms, variables }) => {
  const t = useTranslate();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const [simulation, setSimulation] = useState<Simulation | null>(null);
  const [values, setValues] = useState<Record<string, unknown>>({});
  const [error, setError] = useState<string | null>(null);
  const run = (command: Command) => {
    const played = play(model, simulation ?? newSimulation(), command, scopeOf(variables));
    setError(played.ok ? null : stepErrorText(played.error, language));
    if (played.ok) setSimulation(played.simulation);
  };
  useEffect(() => setError(null), [values]);
  const instance = simulation?.instance;
  const open = instance?.tasks.filter(({ state }) => state === 'open' || state === 'claimed') ?? [];
  const incidents = instance?.incidents.filter(({ state }) => state === 'open') ?? [];
  const titleOf = (id: string) => model.elements[id]?.name || id;
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'grid', gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) 300px' }, gridTemplateRows: { xs: '320px auto', md: 'minmax(0, 1fr)' } }}>
      <WorkflowDiagram bpmn={bpmn} height="100%" active={instance?.tokens.map(({ element }) => element) ?? []} done={simulation?.passed ?? []} />
      <Box sx={{ borderLeft: { md: 1 }, borderColor: { md: 'divider' }, overflow: 'auto', px: 4, py: 3 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 2, minHeight: 32, mb: 1 }}>
          <Typography variant="h3" component="h2">
            {t('workflows.simulate.title')}
          </Typography>
          {simulation && (
            <Button
              variant="outlined"
              onClick={() => {
                setSimulation(null);
                setError(null);
              }}
            >
              {t('workflows.simulate.again')}
            </Button>
          )}
        </Box>
        {error && (
          <Alert severity="error" sx={{ mb: 2 }}>
            {error}
          </Alert>
        )}
        {!instance && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              run({ type: 'start', variables: startVariables(model, forms, values) });
            }}
          >
            <Typography variant="caption" color="text.secondary" component="p" sx={{ mb: 1 }}>
              {t('workflows.simulate.hint')}
            </Typography>
            <ValueFields fields={editableFields(model, model.start, forms)} variables={variables} values={values} onChange={setValues} />
            <Button type="submit" variant="contained" sx={{ mt: 2 }}>
              {t('workflows.simulate.submit')}
            </Button>
          </form>
        )}
        {open.map((task) => {
          const element = model.elements[task.element];
          return element?.type === 'user-task' ? (
            <TaskStep key={task.id} task={element} fields={editableFields(model, element.id, forms)} known={instance!.variables} variables={variables} onComplete={(done) => run({ type: 'complete-task', taskId: task.id, actor: '', ...done })} />
          ) : null;
        })}
        {incidents.map((incident) => (
          <Alert key={incident.id} severity="error" sx={{ my: 2 }}>
            <strong>{titleOf(incident.element)}</strong>
            <div>{incidentText(incident, language)}</div>
          </Alert>
        ))}
        {instance?.state === 'completed' && (
          <Box sx={{ my: 2 }} role="status">
            <StatusChip tone={instance.result === 'granted' || instance.result === null ? 'good' : 'notice'} label={t('workflows.simulate.ended', { result: t(`workflows.result.${instance.result ?? 'granted'}`) })} />
          </Box>
        )}
        {simulation && (
          <Box sx={{ mt: 4 }}>
            <Typography variant="subtitle2">{t('workflows.simulate.way')}</Typography>
            <Box component="ol" sx={{ m: 0, pl: 5, color: 'text.secondary' }}>
              {simulation.passed.filter((id) => model.elements[id]).map((id, index) => (
                <li key={index}>{titleOf(id)}</li>
              ))}
            </Box>
          </Box>
        )}
      </Box>
    </Box>
  );
};
