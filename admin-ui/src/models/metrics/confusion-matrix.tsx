import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { alpha } from '@mui/material/styles';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Sheet } from '../../shared/page.js';
import { ConfusionDetail } from './confusion-detail.js';
import { confusionsOf, type ModelMetrics, shownIntents } from './metrics.js';

/** More rows are no picture any longer. */
const maxShown = 24;

/** What is taken for what: rows are the right intent, columns what the model said. A cell opens what lies behind it. */
export const ConfusionMatrix: FC<{ version: string; confusion: ModelMetrics['intent']['confusion']; titleOf: (key: string) => string }> = ({ version, confusion, titleOf }) => {
  const t = useTranslate();
  const { keys, counts } = confusion;
  const shown = shownIntents(confusion, maxShown);
  const found = confusionsOf(confusion);
  const [chosen, setChosen] = useState<[gold: number, predicted: number] | null>(null);
  const worst = found[0];
  const finding = worst ? t('models.confusion.finding', { gold: titleOf(worst.gold), predicted: titleOf(worst.predicted), smart_count: worst.count }) : t('models.confusion.none');
  const name = (index: number) => titleOf(keys[index]!);
  return (
    <Sheet label={t('models.confusion.title')}>
      <Box sx={{ px: 4, pt: 3 }}>
        <Typography variant="h2">{finding}</Typography>
        <Typography color="text.secondary">
          {t('models.confusion.hint')}
          {shown.length < keys.length && ` ${t('models.confusion.cut', { shown: shown.length, total: keys.length })}`}
        </Typography>
      </Box>
      <Box sx={{ display: 'grid', gap: 4, p: 4, gridTemplateColumns: { xs: 'minmax(0,1fr)', lg: 'minmax(0,1fr) 320px' } }}>
        <Box sx={{ overflow: 'auto' }} tabIndex={0} role="group" aria-label={t('models.confusion.title')}>
          <Box component="table" sx={{ borderCollapse: 'separate', borderSpacing: '2px', fontSize: 13, '& th': { fontWeight: 400, color: 'text.secondary' } }}>
            <thead>
              <tr>
                <Box component="td" sx={{ fontSize: 12, color: 'text.secondary', verticalAlign: 'bottom', pr: 2, textAlign: 'right' }}>
                  {t('models.confusion.corner')}
                </Box>
                {shown.map((j) => (
                  <Box component="th" key={keys[j]} scope="col" title={name(j)} sx={{ height: 116, verticalAlign: 'bottom', minWidth: 30 }}>
                    <Box component="span" sx={{ writingMode: 'vertical-rl', maxHeight: 112, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
                      {name(j)}
                    </Box>
                  </Box>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((i) => {
                const support = counts[i]!.reduce((sum, count) => sum + count, 0);
                return (
                  <tr key={keys[i]}>
                    <Box component="th" scope="row" title={name(i)} sx={{ textAlign: 'right', pr: 2, maxWidth: 170, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
                      {name(i)}
                    </Box>
                    {shown.map((j) => {
                      const count = counts[i]![j] ?? 0;
                      const isChosen = chosen?.[0] === i && chosen[1] === j;
                      const strength = support > 0 ? 0.1 + 0.4 * (count / support) : 0;
                      return (
                        <Box component="td" key={keys[j]} sx={{ p: 0, textAlign: 'center', bgcolor: count === 0 ? 'action.hover' : (theme) => alpha(i === j ? theme.palette.primary.main : theme.palette.error.main, strength), borderRadius: 0.5 }}>
                          {count > 0 && (
                            <Box
                              component="button"
                              type="button"
                              aria-pressed={isChosen}
                              aria-label={t('models.confusion.cell', { gold: name(i), predicted: name(j), smart_count: count })}
                              onClick={() => setChosen(isChosen ? null : [i, j])}
                              sx={{ border: 0, bgcolor: 'transparent', color: 'text.primary', font: 'inherit', width: '100%', minWidth: 28, height: 28, cursor: 'pointer', borderRadius: 0.5, outline: isChosen ? 2 : 0, outlineStyle: isChosen ? 'solid' : 'none', outlineColor: 'primary.main', '&:hover': { textDecoration: 'underline' } }}
                            >
                              {count}
                            </Box>
                          )}
                        </Box>
                      );
                    })}
                  </tr>
                );
              })}
            </tbody>
          </Box>
        </Box>
        <ConfusionDetail version={version} confusions={found} chosen={chosen && { gold: keys[chosen[0]]!, predicted: keys[chosen[1]]!, count: counts[chosen[0]]![chosen[1]]!, support: counts[chosen[0]]!.reduce((sum, count) => sum + count, 0) }} titleOf={titleOf} onChoose={(gold, predicted) => setChosen([keys.indexOf(gold), keys.indexOf(predicted)])} />
      </Box>
    </Sheet>
  );
};
