import Add from '@mui/icons-material/AddOutlined';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { IntentBody, ModelBody } from '@banshi/bundle';
import { fieldTitle, slotReferences, type FormBody } from '@banshi/forms';
import { useQueryClient } from '@tanstack/react-query';
import { type FC, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { configItemDocument, saveDraftDocument, type ConfigItem } from '../../providers/config-item/config-item.js';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { graphql } from '../../providers/graphql.js';
import { useGraphql } from '../../providers/use-graphql.js';
import { slotChoicesDocument } from '../../forms/form.js';
import { CreateItemDialog } from '../../shared/config/create-item-dialog.js';
import { ConfirmDialog } from '../../shared/confirm-dialog.js';
import { EmptyState } from '../../shared/empty-state.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { useErrorText } from '../../shared/error-text.js';
import { FewTests, hasEnoughTests } from '../../shared/few-tests.js';
import { formatShare } from '../../shared/format.js';
import { Sheet } from '../../shared/page.js';
import { placeOf } from '../../shared/place.js';
import { StatusChip } from '../../shared/status-chip.js';
import { chosenModelDocument, freeIntentsDocument, serviceIntentsDocument, type ServiceBody } from '../service.js';
import { useBound } from './bound-item.js';

interface IntentRow {
  id: string;
  key: string;
  title: string;
  utterances: number;
  f1: number | null;
  tested: number | null;
}

/** What people say when they want this service, and which of the form's fields are filled out of their words. */
export const IntentsTab: FC<{ edited: EditedItem<ServiceBody> }> = ({ edited }) => {
  const model = useGraphql<{ configItem: { draft: { body: ModelBody } } | null }>(chosenModelDocument).data?.configItem?.draft.body ?? null;
  return (
    <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: 'minmax(0, 1fr)', '@media (min-width: 1100px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}>
      <Intents edited={edited} model={model} />
      <Slots edited={edited} model={model} />
    </Box>
  );
};

const Intents: FC<{ edited: EditedItem<ServiceBody>; model: ModelBody | null }> = ({ edited, model }) => {
  const t = useTranslate();
  const [dialog, setDialog] = useState<'create' | 'link' | null>(null);
  const { data, error, isPending, refetch } = useGraphql<{ intents: { items: IntentRow[] } }>(serviceIntentsDocument, { service: edited.key });
  const intents = data?.intents.items ?? [];
  const buttons = !edited.isReadOnly && (
    <>
      <Button variant="outlined" onClick={() => setDialog('link')}>
        {t('services.intents.link')}
      </Button>
      <Button variant="outlined" startIcon={<Add />} onClick={() => setDialog('create')}>
        {t('services.intents.create')}
      </Button>
    </>
  );
  return (
    <Sheet label={t('services.intents.title')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, px: 4, py: 2 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {t('services.intents.title')}
        </Typography>
        {intents.length > 0 && buttons}
      </Box>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!error && !isPending && intents.length === 0 && <EmptyState dense title={t('services.intents.none')} hint={t('services.intents.noneHint')} action={buttons} />}
      {intents.length > 0 && (
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('shared.item.title')}</TableCell>
              <TableCell align="right">{t('services.intents.examples')}</TableCell>
              <TableCell align="right">{t('services.intents.f1')}</TableCell>
              <TableCell>{t('services.intents.model')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {intents.map(({ id, key, title, utterances, f1, tested }) => (
              <TableRow key={id} hover>
                <TableCell>
                  <MuiLink component={Link} to={placeOf('intent', key)}>
                    {title}
                  </MuiLink>
                </TableCell>
                <TableCell align="right">{utterances}</TableCell>
                <TableCell align="right">{f1 === null ? '—' : tested !== null && !hasEnoughTests(tested) ? <FewTests support={tested} /> : formatShare(f1)}</TableCell>
                <TableCell>
                  <Covered model={model} isCovered={model?.intents.includes(key) ?? false} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {dialog === 'create' && <CreateItemDialog kind="intent" title={t('services.intents.create')} body={(title): IntentBody => ({ title, description: '', role: 'service', service: edited.key, parent: null, guideline: '' })} onClose={() => setDialog(null)} />}
      {dialog === 'link' && <LinkDialog service={edited.key} onClose={() => setDialog(null)} />}
    </Sheet>
  );
};

const Covered: FC<{ model: ModelBody | null; isCovered: boolean }> = ({ model, isCovered }) => {
  const t = useTranslate();
  if (!model) return <StatusChip tone="quiet" label={t('services.intents.noModel')} />;
  return isCovered ? <StatusChip tone="good" label={t('services.intents.known')} /> : <StatusChip tone="notice" label={t('services.intents.unknown')} title={t('services.intents.unknownHint')} />;
};

/** Ties an intent that exists to this service, by saving the intent's draft. */
const LinkDialog: FC<{ service: string; onClose: () => void }> = ({ service, onClose }) => {
  const t = useTranslate();
  const notify = useNotify();
  const errorText = useErrorText();
  const client = useQueryClient();
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<{ key: string; title: string; service: string | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const options = useGraphql<{ intents: { items: { key: string; title: string; service: string | null }[] } }>(freeIntentsDocument, { q: q || null }).data?.intents.items ?? [];
  const link = async () => {
    if (!chosen) return;
    setBusy(true);
    try {
      const { configItem } = await graphql<{ configItem: ConfigItem<IntentBody> }>(configItemDocument, { kind: 'intent', key: chosen.key });
      await graphql(saveDraftDocument, { input: { kind: 'intent', key: chosen.key, rev: configItem.draft.rev, body: { ...configItem.draft.body, service, role: 'service' } } });
      await client.invalidateQueries();
      onClose();
    } catch (error) {
      notify(errorText(error), { type: 'error' });
    }
    setBusy(false);
  };
  return (
    <ConfirmDialog open title={t('services.intents.link')} action={t('services.intents.linkAction')} busy={busy} disabled={!chosen} onClose={onClose} onConfirm={() => void link()}>
      <Autocomplete
        options={options.filter((option) => option.service !== service)}
        filterOptions={(all) => all}
        value={chosen}
        getOptionLabel={({ title }) => title}
        getOptionKey={({ key }) => key}
        isOptionEqualToValue={(a, b) => a.key === b.key}
        openText={t('services.open')}
        clearText={t('services.clear')}
        closeText={t('shared.close')}
        noOptionsText={t('shared.list.noResults')}
        onInputChange={(_, text) => setQ(text)}
        onChange={(_, next) => setChosen(next)}
        renderInput={(params) => <TextField {...params} autoFocus margin="dense" label={t('services.intents.intent')} helperText={chosen?.service ? t('services.intents.moves', { service: chosen.service }) : undefined} />}
      />
    </ConfirmDialog>
  );
};

const Slots: FC<{ edited: EditedItem<ServiceBody>; model: ModelBody | null }> = ({ edited, model }) => {
  const t = useTranslate();
  const key = edited.body.form;
  const form = useBound<FormBody>('form', key).data?.draft.body ?? null;
  const bound = form ? slotReferences(form) : [];
  const slots = useGraphql<{ slots: { items: { key: string; title: string }[] } }>(slotChoicesDocument).data?.slots.items ?? [];
  const titleOf = (slot: string) => slots.find((one) => one.key === slot)?.title ?? slot;
  return (
    <Sheet label={t('services.slots.title')}>
      <Typography variant="h2" sx={{ px: 4, py: 2.5 }}>
        {t('services.slots.title')}
      </Typography>
      {bound.length === 0 || !form || key === null ? (
        <EmptyState dense title={t('services.slots.none')} hint={key === null ? t('services.slots.noForm') : t('services.slots.noneHint')} />
      ) : (
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('services.slots.slot')}</TableCell>
              <TableCell>{t('services.slots.field')}</TableCell>
              <TableCell>{t('services.intents.model')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {bound.map(({ field, key: slot, path }) => (
              <TableRow key={path} hover>
                <TableCell>
                  <MuiLink component={Link} to={placeOf('slot', slot)}>
                    {titleOf(slot)}
                  </MuiLink>
                </TableCell>
                <TableCell>
                  <MuiLink component={Link} to={placeOf('form', key, path)}>
                    {fieldTitle(form, field)}
                  </MuiLink>
                </TableCell>
                <TableCell>
                  <Covered model={model} isCovered={model?.slots.includes(slot) ?? false} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Sheet>
  );
};
