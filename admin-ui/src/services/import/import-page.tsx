import Box from '@mui/material/Box';
import Step from '@mui/material/Step';
import StepLabel from '@mui/material/StepLabel';
import Stepper from '@mui/material/Stepper';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphqlMutation } from '../../providers/use-graphql.js';
import { BackLink } from '../../shared/back-link.js';
import type { Operation } from '../../shared/operation.js';
import { PageHead } from '../../shared/page-head.js';
import { Page } from '../../shared/page.js';
import { FileStep } from './file-step.js';
import { MappingStep } from './mapping-step.js';
import { ResultStep } from './result-step.js';
import { type ImportMapping, type Inspection, planImportDocument, runImportDocument } from './service-import.js';

const steps = ['file', 'mapping', 'check', 'run'] as const;

/** Services out of a spreadsheet: file, columns, dry run with every problem by its row, import. */
const ImportPage: FC = () => {
  const t = useTranslate();
  const [inspection, setInspection] = useState<Inspection | null>(null);
  const [mapping, setMapping] = useState<ImportMapping | null>(null);
  const [plan, setPlan] = useState<Operation | null>(null);
  const [run, setRun] = useState<Operation | null>(null);
  const at = run ? 3 : plan ? 2 : inspection ? 1 : 0;
  const planning = useGraphqlMutation<{ planServiceImport: Operation }>(planImportDocument, { onSuccess: ({ planServiceImport }) => setPlan(planServiceImport) });
  const running = useGraphqlMutation<{ runServiceImport: Operation }>(runImportDocument, { onSuccess: ({ runServiceImport }) => setRun(runServiceImport) });
  const input = { upload: inspection?.id, mapping };
  const restart = () => {
    setInspection(null);
    setMapping(null);
    setPlan(null);
    setRun(null);
  };
  return (
    <Page>
      <PageHead back={<BackLink to="/services" label={t('services.title')} />} title={t('services.import.title')} subtitle={t('services.import.subtitle')} />
      <Stepper activeStep={run?.finishedAt ? 4 : at} sx={{ mb: 5, maxWidth: 760 }}>
        {steps.map((step) => (
          <Step key={step}>
            <StepLabel>{t(`services.import.step.${step}`)}</StepLabel>
          </Step>
        ))}
      </Stepper>
      <Box>
        {at === 0 && (
          <FileStep
            onRead={(read, suggested) => {
              setInspection(read);
              setMapping(suggested);
            }}
          />
        )}
        {at === 1 && inspection && mapping && <MappingStep inspection={inspection} mapping={mapping} onChange={setMapping} busy={planning.isPending} onBack={restart} onPlan={() => planning.mutate({ input })} />}
        {at === 2 && plan && <ResultStep key={plan.id} operation={plan} isPlan busy={running.isPending} onBack={() => setPlan(null)} onRun={(onProblem) => running.mutate({ input: { ...input, onProblem } })} />}
        {at === 3 && run && <ResultStep key={run.id} operation={run} onBack={restart} />}
      </Box>
    </Page>
  );
};

export default ImportPage;
