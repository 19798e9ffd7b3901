import Translate from '@mui/icons-material/TranslateOutlined';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { useQueryClient } from '@tanstack/react-query';
import { type FC, useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { gql, graphql } from '../../providers/graphql.js';
import { languages } from '../../providers/i18n-provider.js';
import { chosenLanguage } from '../../providers/language.js';
import { useMe } from '../../providers/use-me.js';

const document = gql`mutation SetLanguage($language: String!) { setLanguage(language: $language) { id language } }`;

/** The person's language; kept with the person where someone is signed in. */
export const LanguageMenu: FC<{ isAnonymous?: boolean }> = ({ isAnonymous }) => {
  const t = useTranslate();
  const client = useQueryClient();
  const [locale, setLocale] = useLocaleState();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (next: string) => {
    setAnchor(null);
    setLocale(next);
    // Texts of the server, such as findings, are read again in the new language.
    if (!isAnonymous) void graphql(document, { language: next }).finally(() => client.invalidateQueries({ queryKey: ['graphql'] }));
  };
  return (
    <>
      <Tooltip title={t('app.language')}>
        <IconButton aria-label={t('app.language')} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
          <Translate fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {languages.map(({ locale: id, name }) => (
          <MenuItem key={id} lang={id} selected={id === locale} onClick={() => choose(id)}>
            {name}
          </MenuItem>
        ))}
      </Menu>
      {!isAnonymous && <FollowPerson locale={locale} setLocale={setLocale} />}
    </>
  );
};

/** On a machine that has no choice yet, the person's own language is taken. */
const FollowPerson: FC<{ locale: string; setLocale: (locale: string) => void }> = ({ locale, setLocale }) => {
  const me = useMe();
  const isChosen = chosenLanguage() !== null;
  if (me && !isChosen && me.language !== locale && languages.some(({ locale: id }) => id === me.language)) queueMicrotask(() => setLocale(me.language));
  return null;
};
