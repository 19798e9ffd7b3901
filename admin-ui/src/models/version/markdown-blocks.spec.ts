import { expect, it } from 'vitest';
import { markdownBlocks } from './markdown-blocks.js';

it('reads what model cards are written in', () => {
  const card = ['# 模型说明', '', '- 方法: `head`', '- 语料: 412', '', '只认识字词。', '', '| 意图 | F1 |', '|---|---|', '| apply | 98.0 % |'].join('\n');
  expect(markdownBlocks(card)).toEqual([
    { type: 'heading', level: 1, text: '模型说明' },
    { type: 'list', items: ['方法: `head`', '语料: 412'] },
    { type: 'text', text: '只认识字词。' },
    { type: 'table', head: ['意图', 'F1'], rows: [['apply', '98.0 %']] },
  ]);
});

it('keeps what it does not know as text', () => {
  expect(markdownBlocks('<script>x</script>\n> 引文')).toEqual([
    { type: 'text', text: '<script>x</script>' },
    { type: 'text', text: '> 引文' },
  ]);
});
