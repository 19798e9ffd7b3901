import Search from '@mui/icons-material/SearchOutlined';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { type FC, useEffect, useRef, useState } from 'react';
import { useListContext } from 'react-admin';

/** Long enough for the next key of a pinyin syllable. */
const delay = 300;

/** Search words of a list. `/` moves here from anywhere on the page. */
export const SearchBox: FC<{ label: string }> = ({ label }) => {
  const { filterValues, setFilters } = useListContext();
  const current = (filterValues?.q as string | undefined) ?? '';
  const [text, setText] = useState(current);
  const input = useRef<HTMLInputElement>(null);
  const isComposing = useRef(false);

  useEffect(() => setText(current), [current]);
  useEffect(() => {
    if (text === current || isComposing.current) return;
    const timer = setTimeout(() => {
      const { q: _, ...rest } = filterValues as Record<string, unknown>;
      setFilters(text.trim() ? { ...rest, q: text } : rest);
    }, delay);
    return () => clearTimeout(timer);
    // The filter values change with every other filter; only the text may start the clock.
  }, [text]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.key !== '/' || event.ctrlKey || event.metaKey || target.matches('input, textarea, select') || target.isContentEditable) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <TextField
      type="search"
      margin="none"
      placeholder={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      inputRef={input}
      sx={{ width: { xs: 180, md: 260 } }}
      slotProps={{
        htmlInput: {
          'aria-label': label,
          onCompositionStart: () => (isComposing.current = true),
          onCompositionEnd: (event: { currentTarget: HTMLInputElement }) => {
            isComposing.current = false;
            setText(`${event.currentTarget.value}`);
          },
        },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
    />
  );
};
