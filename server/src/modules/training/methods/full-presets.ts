import type { TrainingPreset } from './training-method.js';

/** Rates and epochs as measured with small Chinese encoders on public sets of intents. */
export const fullPresets: readonly TrainingPreset[] = [
  {
    key: 'default',
    title: { zh: '默认', en: 'Default' },
    help: { zh: '意图和槽位联合训练，适合小型中文编码器', en: 'Intents and slots jointly; suits small Chinese encoders' },
    hyper: {},
    device: 'auto',
  },
  {
    key: 'quick',
    title: { zh: '快速', en: 'Quick' },
    help: { zh: '三轮，较高学习率，先看大概', en: 'Three epochs at a higher rate, for a first look' },
    hyper: { epochs: 3, learningRate: 0.0002, patience: 0, maxLength: 64 },
    device: 'auto',
  },
  {
    key: 'fine',
    title: { zh: '精细', en: 'Fine' },
    help: {
      zh: '每条语料过两遍（R-Drop），选定后用全部语料再训练一次，约为默认的四倍时间，适合发布前的最后一次训练',
      en: 'Each text goes through twice (R-Drop), and in the end all texts are learned once more: about four times as long as the default, for the last training before a release',
    },
    hyper: { learningRate: 0.0002, patience: 0, rDrop: 1, refit: true },
    device: 'auto',
  },
  {
    key: 'binary',
    title: { zh: '二分类：申请 / 非申请', en: 'Binary: application or not' },
    help: {
      zh: '只训练意图（BertForSequenceClassification），AdamW 2e-5，3 轮，有显卡则用显卡。训练集里放「申请」和「非申请」两个意图',
      en: 'Intents only (BertForSequenceClassification), AdamW 2e-5, 3 epochs, CUDA when there. Give it a training set of two intents: application and not',
    },
    hyper: { task: 'intent', epochs: 3, learningRate: 0.00002, headRate: 1, patience: 0 },
    device: 'auto',
  },
];
