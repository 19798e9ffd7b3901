import { useLocaleState, useTranslate } from 'react-admin';
import { gql } from './graphql.js';
import { useGraphql } from './use-graphql.js';

export const settingsDocument = gql`query Settings { settings { isTwoPersonRelease hallName hallNameEn } }`;

export interface Settings {
  isTwoPersonRelease: boolean;
  hallName: string;
  hallNameEn: string;
}

/** The hall's name in the person's language; the product's where none is set or may be read. */
export function useHallName(): string {
  const t = useTranslate();
  const [locale] = useLocaleState();
  const { data } = useGraphql<{ settings: Settings }>(settingsDocument);
  const name = locale === 'en' ? data?.settings.hallNameEn || data?.settings.hallName : data?.settings.hallName;
  return name || t('app.name');
}
