import Add from '@mui/icons-material/AddOutlined';
import LinkOff from '@mui/icons-material/LinkOffOutlined';
import OpenInNew from '@mui/icons-material/OpenInNewOutlined';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { type FC, type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { configItemDocument, createItemDocument, type ConfigItem } from '../../providers/config-item/config-item.js';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { graphql, type ApiError } from '../../providers/graphql.js';
import { useGraphql, useGraphqlMutation } from '../../providers/use-graphql.js';
import { ConfigChips } from '../../shared/config/config-chips.js';
import { EmptyState } from '../../shared/empty-state.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { Sheet } from '../../shared/page.js';
import { placeOf } from '../../shared/place.js';
import { KeyText } from '../../shared/small-texts.js';
import { formChoicesDocument, workflowChoicesDocument, type ServiceBody } from '../service.js';

interface BoundItemProps<T> {
  edited: EditedItem<ServiceBody>;
  kind: 'form' | 'workflow';
  /** A new item for this service. */
  fresh: (title: string, key: string) => T;
  children: (body: T) => ReactNode;
}

interface Choice {
  key: string;
  title: string;
}

/** The form or workflow that a service uses: chosen, made new, opened, and shown. */
export function BoundItem<T>({ edited, kind, fresh, children }: BoundItemProps<T>) {
  const t = useTranslate();
  const key = edited.body[kind];
  const item = useBound<T>(kind, key);
  const create = useGraphqlMutation<{ createItem: { key: string } }>(createItemDocument, { onSuccess: ({ createItem }) => edited.changeAt(`/${kind}`, createItem.key) });
  const make = () => create.mutate({ input: { kind, key: edited.key, body: fresh(edited.body.title, edited.key) } });

  if (key === null) {
    return (
      <Sheet>
        <Box data-at={`/${kind}`}>
          <EmptyState
            title={t(`services.bound.${kind}None`)}
            hint={t(`services.bound.${kind}Hint`)}
            action={
              !edited.isReadOnly && (
                <Box sx={{ display: 'grid', gap: 3, width: '100%', maxWidth: 360 }}>
                  <Picker kind={kind} onChoose={(chosen) => edited.changeAt(`/${kind}`, chosen)} />
                  <Button variant="contained" startIcon={<Add />} disabled={create.isPending} onClick={make}>
                    {t(`services.bound.${kind}Create`)}
                  </Button>
                </Box>
              )
            }
          />
        </Box>
      </Sheet>
    );
  }
  return (
    <>
      <Sheet sx={{ px: 4, py: 2, mb: 4 }}>
        <Box data-at={`/${kind}`} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
          <Typography variant="h2">{item.data?.title ?? key}</Typography>
          <KeyText value={key} />
          {item.data && <ConfigChips item={item.data as ConfigItem} />}
          <Box sx={{ flex: 1 }} />
          {!edited.isReadOnly && (
            <Button variant="text" color="inherit" startIcon={<LinkOff fontSize="small" />} onClick={() => edited.changeAt(`/${kind}`, null)}>
              {t('services.bound.replace')}
            </Button>
          )}
          <Button variant="outlined" startIcon={<OpenInNew fontSize="small" />} component={Link} to={placeOf(kind, key)}>
            {t(`services.bound.${kind}Open`)}
          </Button>
        </Box>
      </Sheet>
      {item.error && <ErrorPanel error={item.error} onRetry={() => void item.refetch()} />}
      {item.data === null && <EmptyState dense title={t('services.bound.gone', { key })} hint={t('services.bound.goneHint')} />}
      {item.data && children(item.data.draft.body)}
    </>
  );
}

/** The draft that a service is bound to; null where there is none with that key. */
export function useBound<T>(kind: string, key: string | null) {
  return useQuery<ConfigItem<T> | null, ApiError>({
    queryKey: ['bound', kind, key],
    queryFn: async ({ signal }) => (await graphql<{ configItem: ConfigItem<T> | null }>(configItemDocument, { kind, key }, signal)).configItem,
    enabled: key !== null,
  });
}

const documents = { form: formChoicesDocument, workflow: workflowChoicesDocument };

const Picker: FC<{ kind: 'form' | 'workflow'; onChoose: (key: string) => void }> = ({ kind, onChoose }) => {
  const t = useTranslate();
  const [q, setQ] = useState('');
  const { data, isFetching } = useGraphql<{ choices: { items: Choice[] } }>(documents[kind], { q: q || null });
  return (
    <Autocomplete<Choice>
      options={data?.choices.items ?? []}
      value={null}
      loading={isFetching}
      filterOptions={(options) => options}
      getOptionLabel={({ title }) => title}
      getOptionKey={({ key }) => key}
      openText={t('services.open')}
      closeText={t('shared.close')}
      loadingText={t('shared.loading')}
      noOptionsText={t('shared.list.noResults')}
      onInputChange={(_, text) => setQ(text)}
      onChange={(_, chosen) => chosen && onChoose(chosen.key)}
      renderOption={({ key: id, ...row }, { key, title }) => (
        <li key={id} {...row}>
          {title}&nbsp;
          <KeyText value={key} />
        </li>
      )}
      renderInput={(params) => <TextField {...params} margin="none" label={t(`services.bound.${kind}Choose`)} />}
    />
  );
};
