import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { Sheet } from '../../shared/page.js';
import { markdownBlocks } from './markdown-blocks.js';

/** The model's card as a page; the file itself is among the files. */
export const CardView: FC<{ markdown: string }> = ({ markdown }) => (
  <Sheet sx={{ p: 6, maxWidth: 880, display: 'grid', gap: 3 }}>
    {markdownBlocks(markdown).map((block, index) => {
      if (block.type === 'heading')
        return (
          <Typography key={index} variant={block.level === 1 ? 'h2' : 'h3'} component={block.level === 1 ? 'h2' : 'h3'}>
            {block.text}
          </Typography>
        );
      if (block.type === 'list')
        return (
          <Box key={index} component="ul" sx={{ m: 0, pl: 5, overflowWrap: 'anywhere' }}>
            {block.items.map((item) => (
              <li key={item}>{inline(item)}</li>
            ))}
          </Box>
        );
      if (block.type === 'text') return <Typography key={index}>{inline(block.text)}</Typography>;
      return (
        <Table key={index} size="small">
          <TableHead>
            <TableRow>
              {block.head.map((cell, column) => (
                <TableCell key={column} align={column === 0 ? 'left' : 'right'}>
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {block.rows.map((row, rowIndex) => (
              <TableRow key={rowIndex}>
                {row.map((cell, column) => (
                  <TableCell key={column} align={column === 0 ? 'left' : 'right'}>
                    {cell}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      );
    })}
  </Sheet>
);

/** Code between backticks; the rest as it stands. */
const inline = (text: string) => text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
