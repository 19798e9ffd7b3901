import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Sheet } from '../shared/page.js';
import { StatusChip } from '../shared/status-chip.js';
import { countCases, type TestResult, type TestStepResult } from './dialog-test.js';

/** What a run came to, step by step; what failed says what was expected and what came, and leads to its line. */
export const ResultList: FC<{ result: TestResult; onLine: (line: number) => void }> = ({ result, onLine }) => {
  const t = useTranslate();
  return (
    <Sheet label={t('dialogTests.result')} sx={{ p: 4, mb: 4 }}>
      <Box aria-live="polite" sx={{ display: 'flex', gap: 3, alignItems: 'center', mb: 2 }}>
        <Typography variant="h2">{t('dialogTests.ran', countCases([result]))}</Typography>
        <StatusChip tone={result.passed ? 'good' : 'bad'} label={t(result.passed ? 'dialogTests.passed' : 'dialogTests.failed')} />
      </Box>
      {result.problem && (
        <Button variant="text" color="error" onClick={() => onLine(result.problem!.line)}>
          {t('dialogTests.notRun', { line: result.problem.line })}
        </Button>
      )}
      {result.cases.map(({ line, name, passed, steps }) => (
        <Box key={line} component="details" open={!passed} sx={{ borderTop: 1, borderColor: 'divider', py: 2, '& summary': { cursor: 'pointer', minHeight: 32 } }}>
          <summary>
            <StatusChip tone={passed ? 'good' : 'bad'} label={t(passed ? 'dialogTests.passed' : 'dialogTests.failed')} /> {name}
          </summary>
          <Box component="ol" sx={{ m: 0, pl: 6 }}>
            {steps.map((step) => (
              <li key={step.line}>
                <Step step={step} onLine={onLine} />
              </li>
            ))}
          </Box>
        </Box>
      ))}
    </Sheet>
  );
};

const Step: FC<{ step: TestStepResult; onLine: (line: number) => void }> = ({ step: { text, reply, checks }, onLine }) => {
  const t = useTranslate();
  return (
    <Box sx={{ py: 1 }}>
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{text}</Typography>
      <Typography color="text.secondary" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {reply}
      </Typography>
      {checks
        .filter(({ ok }) => !ok)
        .map(({ line, expected, actual }) => (
          <Button key={`${line} ${expected}`} variant="text" color="error" onClick={() => onLine(line)} sx={{ display: 'block', whiteSpace: 'normal', textAlign: 'left' }}>
            {t('dialogTests.check', { line, expected, actual })}
          </Button>
        ))}
    </Box>
  );
};
