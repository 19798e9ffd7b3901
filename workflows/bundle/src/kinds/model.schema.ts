import { body, integer, itemTitle, key, list, nullable, record, sha256, share, text } from './schema-builders.js';

/** JSON Schema 2020-12 of the choice of a model version. */
export const modelSchema = body(['模型', 'Model'], {
  title: itemTitle,
  version: integer(['版本号', 'Version'], 1, 1_000_000_000),
  artifact: sha256(['模型文件', 'Artifact']),
  method: text(['训练方法', 'Method'], 64, { min: 1 }),
  snapshot: sha256(['训练快照', 'Snapshot']),
  intents: list(['可识别的意图', 'Intents it knows'], key(['意图', 'Intent']), 5000, { unique: true }),
  slots: list(['可抽取的槽位', 'Slots it knows'], key(['槽位', 'Slot']), 1000, { unique: true }),
  metrics: record(['指标', 'Metrics'], {
    accuracy: share(['准确率', 'Accuracy']),
    macroF1: share(['宏平均 F1', 'Macro F1']),
    slotF1: nullable(share(['槽位 F1', 'Slot F1'])),
    perIntent: list(
      ['各意图指标', 'Per intent'],
      record(['意图指标', 'Intent metrics'], {
        intent: key(['意图', 'Intent']),
        f1: share(['F1', 'F1']),
        support: integer(['样本数', 'Support'], 0, 1_000_000_000),
      }),
      5000,
    ),
  }),
});
