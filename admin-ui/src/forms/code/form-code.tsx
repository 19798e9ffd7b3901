import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { fieldProblemText, validateBody } from '@banshi/bundle';
import { checkForm, problemText, type FormBody, type Language } from '@banshi/forms';
import { type FC, lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { isSame } from '../../providers/config-item/json-merge.js';
import { Sheet } from '../../shared/page.js';
import { lineOfPointer, syntaxProblem, type LineProblem } from './json-lines.js';

const JsonArea = lazy(() => import('./json-area.js'));

const written = (form: FormBody) => JSON.stringify(form, null, 2);

/**
 * The form as JSON, in step with the design both ways. While the text is no form, it stays as typed and the draft stays as
 * it was; the first text that is one is taken.
 */
export const FormCode: FC<{ edited: Pick<EditedItem<FormBody>, 'body' | 'change' | 'isReadOnly'>; language: Language; onTrouble: (isTrouble: boolean) => void }> = ({ edited, language, onTrouble }) => {
  const t = useTranslate();
  const { body, change, isReadOnly } = edited;
  const [text, setText] = useState(() => written(body));
  const [line, setLine] = useState<number | null>(null);
  const read = useMemo(() => readForm(text, language, t), [text, language, t]);
  const own = useRef(body);
  const latest = useRef(read);
  latest.current = read;
  /** The draft was changed elsewhere while the text was none. */
  const [isBehind, setIsBehind] = useState(false);

  useEffect(() => {
    // A change that did not come from here (design, undo, another version) rewrites the text, unless one is being written.
    if (isSame(own.current, body)) return;
    own.current = body;
    if (latest.current.form === null) setIsBehind(true);
    else setText(written(body));
  }, [body]);
  useEffect(() => onTrouble(read.form === null), [read.form, onTrouble]);

  const type = (next: string) => {
    if (next === text) return;
    setText(next);
    setLine(null);
    const { form } = readForm(next, language, t);
    if (!form) return;
    own.current = form;
    setIsBehind(false);
    change(form, 'code');
  };
  const discard = () => {
    setIsBehind(false);
    setText(written(body));
  };
  const problems = read.form ? checkForm(read.form).map((problem): LineProblem => ({ line: lineOfPointer(text, problem.path), message: problemText(problem, language) })) : read.problems;
  return (
    <Sheet>
      {read.form === null && (
        <Alert
          severity="error"
          sx={{ m: 3 }}
          action={
            <Button variant="outlined" onClick={discard}>
              {t('forms.code.reset')}
            </Button>
          }
        >
          {t('forms.code.notTaken')}
          {isBehind && <div>{t('forms.code.behind')}</div>}
        </Alert>
      )}
      {problems.length > 0 && (
        <Box component="ul" aria-label={t('forms.code.problems')} sx={{ listStyle: 'none', m: 0, px: 4, py: 2, borderBottom: 1, borderColor: 'divider', maxHeight: 140, overflow: 'auto' }}>
          {problems.map(({ line: at, message }, index) => (
            <li key={`${at}${index}`}>
              <ButtonBase onClick={() => setLine(at)} sx={{ gap: 3, py: 0.5, textAlign: 'left', justifyContent: 'flex-start', alignItems: 'flex-start', '&:hover': { textDecoration: 'underline' } }}>
                <Typography variant="caption" color="text.secondary" noWrap sx={{ minWidth: 56 }}>
                  {t('forms.code.line', { n: at })}
                </Typography>
                <Typography variant="body2" sx={{ color: 'error.main' }}>
                  {message}
                </Typography>
              </ButtonBase>
            </li>
          ))}
        </Box>
      )}
      <Suspense fallback={<Skeleton variant="rectangular" height={520} />}>
        <JsonArea value={text} label={t('forms.tab.code')} readOnly={isReadOnly} lines={problems.map((problem) => problem.line)} goTo={line} onChange={type} />
      </Suspense>
    </Sheet>
  );
};

/** The form that a text holds, or what keeps it from being one. */
function readForm(text: string, language: Language, t: (key: string) => string): { form: FormBody; problems: [] } | { form: null; problems: LineProblem[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const problem = syntaxProblem(text);
    return { form: null, problems: problem ? [{ line: problem.line, message: t(`forms.expected.${problem.expected}`) }] : [] };
  }
  const problems = validateBody('form', value).map((problem) => ({ line: lineOfPointer(text, problem.path), message: `${problem.path || '/'} ${fieldProblemText(problem, language)}` }));
  return problems.length > 0 ? { form: null, problems } : { form: value as FormBody, problems: [] };
}
