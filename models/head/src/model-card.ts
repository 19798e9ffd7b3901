import type { ArtifactConfig, ModelMetrics } from '@banshi/artifact';
import type { EncoderInfo } from '@banshi/encoder';
import type { TrainingInput } from './training-input.js';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** `card.md`: what the model is, what it was measured at, and what not to expect of it; Chinese first. */
export function modelCard(input: TrainingInput, config: ArtifactConfig, metrics: ModelMetrics, encoder: EncoderInfo | null): string {
  const { intent, slots, outOfScope, sizes } = metrics;
  const rows = intent.perIntent.map(({ key, precision, recall, f1, support }) => `| ${key} | ${percent(precision)} | ${percent(recall)} | ${percent(f1)} | ${support} |`);
  return [
    '# 模型说明 · Model card',
    '',
    encoder
      ? `- 方法 Method: \`head\`（冻结编码器的句向量 + 字符 n 元特征 + 线性分类 · vector of a frozen encoder, hashed character n-grams, linear heads）`
      : `- 方法 Method: \`head\`（字符 n 元特征 + 线性分类 · hashed character n-grams with linear heads）`,
    ...(encoder ? [`- 编码器 Encoder: ${encoder.name}（${encoder.title}）· 许可 licence: ${encoder.license ?? '—'} · \`${encoder.hash}\``] : []),
    `- 快照 Snapshot: \`${input.snapshotHash}\``,
    `- 语料 Utterances: 训练 train ${sizes.train} · 验证 validation ${sizes.validation} · 测试 test ${sizes.test}`,
    `- 意图 Intents: ${config.intents.length} · 槽位 Slots: ${(config.slotLabels.length - 1) / 2}`,
    `- 测试准确率 Test accuracy: ${percent(intent.accuracy)} · 宏平均 F1 Macro-F1: ${percent(intent.macroF1)} · 校准误差 ECE: ${percent(intent.ece)}`,
    slots ? `- 槽位 F1 Slot F1: ${percent(slots.microF1)}` : '- 槽位 F1 Slot F1: —',
    outOfScope ? `- 超出范围 Out of scope: 精确率 precision ${percent(outOfScope.precision)} · 召回率 recall ${percent(outOfScope.recall)}` : '- 超出范围 Out of scope: —',
    `- 阈值 Threshold: ${config.outOfScope.threshold} (${config.outOfScope.source}) · 温度 Temperature: ${config.temperature.intent.toFixed(3)}`,
    '',
    '## 局限 Limits',
    '',
    ...(encoder
      ? ['编码器是冻结的：本业务特有的说法要靠训练语料补充；槽位只看前后三个字。意图越多、每个意图的语料越少，越不可靠。', 'The encoder is frozen: wordings peculiar to this hall must come from training texts; slots look at three characters to each side. The more intents and the fewer utterances of each, the less it can be trusted.']
      : ['只认识训练语料里出现过的字词组合，不理解同义词；意图越多、每个意图的语料越少，越不可靠。', 'It knows the character combinations of its training texts and no synonyms; the more intents and the fewer utterances of each, the less it can be trusted.']),
    '',
    '## 各意图 Per intent',
    '',
    '| 意图 intent | 精确率 precision | 召回率 recall | F1 | 条数 support |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
