import { json } from '@codemirror/lang-json';
import { xml } from '@codemirror/lang-xml';
import { useTheme } from '@mui/material/styles';
import CodeMirror from '@uiw/react-codemirror';
import { type FC, useMemo } from 'react';

export interface CodeAreaProps {
  value: string;
  language: 'json' | 'xml';
  /** Names the field for screen readers. */
  label: string;
  onChange?: (value: string) => void;
  readOnly?: boolean;
  height?: number | string;
}

const CodeArea: FC<CodeAreaProps> = ({ value, language, label, onChange, readOnly, height = 360 }) => {
  const mode = useTheme().palette.mode;
  const extensions = useMemo(() => (language === 'json' ? [json()] : [xml()]), [language]);
  return (
    <CodeMirror
      value={value}
      height={typeof height === 'number' ? `${height}px` : height}
      theme={mode}
      extensions={extensions}
      readOnly={readOnly ?? onChange === undefined}
      aria-label={label}
      {...(onChange && { onChange })}
    />
  );
};

export default CodeArea;
