import { createContext, useContext } from 'react';
import type { Dictionaries } from '../fill/fill-schema.js';

const DictionariesContext = createContext<Dictionaries>({});

/** The dictionaries that the edited form names, for whatever offers or shows their entries. */
export const DictionariesProvider = DictionariesContext.Provider;
export const useDesignerDictionaries = (): Dictionaries => useContext(DictionariesContext);
