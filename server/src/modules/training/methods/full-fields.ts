import type { HyperField } from './hyper-field.js';

/** Hyper-parameters of method `full`, by the names that the Python trainer reads. */
export const fullFields: readonly HyperField[] = [
  {
    key: 'task', type: 'choice', default: 'joint', isAdvanced: false,
    choices: [
      { value: 'joint', title: { zh: '意图和槽位', en: 'Intents and slots' } },
      { value: 'intent', title: { zh: '只有意图', en: 'Intents only' } },
      { value: 'slots', title: { zh: '只有槽位', en: 'Slots only' } },
    ],
    title: { zh: '任务', en: 'Task' },
    help: { zh: '模型学什么；联合训练共用一个编码器', en: 'What the model learns; jointly, both share one encoder' },
  },
  {
    key: 'epochs', type: 'integer', default: 8, min: 1, max: 100, isAdvanced: false,
    title: { zh: '轮数', en: 'Epochs' },
    help: { zh: '遍历训练语料的次数', en: 'Passes over the training texts' },
  },
  {
    key: 'learningRate', type: 'number', default: 0.0001, min: 0.0000001, max: 0.01, isLogarithmic: true, isAdvanced: false,
    title: { zh: '学习率', en: 'Learning rate' },
    help: { zh: 'AdamW 的最大学习率；模型越大越要小', en: 'Peak rate of AdamW; the larger the model the smaller' },
  },
  {
    key: 'batchSize', type: 'integer', default: 32, min: 1, max: 512, isAdvanced: false,
    title: { zh: '批大小', en: 'Batch size' },
    help: { zh: '一步处理的语料数；内存或显存不足时调小', en: 'Texts of one step; make it smaller when memory runs out' },
  },
  {
    key: 'patience', type: 'integer', default: 3, min: 0, max: 100, isAdvanced: false,
    title: { zh: '早停', en: 'Patience' },
    help: { zh: '验证 macro-F1 连续多少轮没有提高就结束；0 为不早停', en: 'Epochs without a better macro-F1 on the validation part after which it ends; 0 for never' },
  },
  {
    key: 'maxLength', type: 'integer', default: 128, min: 8, max: 512, isAdvanced: false,
    title: { zh: '最大长度', en: 'Longest text' },
    help: { zh: '以词元计，更长的文字被截断', en: 'In tokens; longer texts are cut' },
  },
  {
    key: 'headRate', type: 'number', default: 5, min: 0.1, max: 100, isLogarithmic: true, isAdvanced: true,
    title: { zh: '分类头学习率倍数', en: 'Rate of the heads' },
    help: { zh: '分类头从零开始，学习率为上面的若干倍', en: 'The heads begin from nothing: so many times the learning rate' },
  },
  {
    key: 'layerDecay', type: 'number', default: 1, min: 0.5, max: 1, isAdvanced: true,
    title: { zh: '逐层衰减', en: 'Layer-wise decay' },
    help: { zh: '每低一层学习率乘以此数；1 为各层相同', en: 'The rate is multiplied by this for each layer further down; 1 for all the same' },
  },
  {
    key: 'weightDecay', type: 'number', default: 0.01, min: 0, max: 1, isAdvanced: true,
    title: { zh: '权重衰减', en: 'Weight decay' },
    help: { zh: 'AdamW 的权重衰减系数', en: 'Of AdamW' },
  },
  {
    key: 'warmup', type: 'number', default: 0.1, min: 0, max: 0.5, isAdvanced: true,
    title: { zh: '预热比例', en: 'Warm-up' },
    help: { zh: '学习率从零升到最大所占的步数比例，之后线性下降', en: 'Share of the steps in which the rate rises from zero; then it falls linearly' },
  },
  {
    key: 'dropout', type: 'number', default: 0.1, min: 0, max: 0.7, isAdvanced: true,
    title: { zh: '随机失活', en: 'Dropout' },
    help: { zh: '语料很少时可略增', en: 'A little more for very few texts' },
  },
  {
    key: 'accumulation', type: 'integer', default: 1, min: 1, max: 64, isAdvanced: true,
    title: { zh: '梯度累积', en: 'Accumulation' },
    help: { zh: '若干批合成一步，以少量内存得到大批的效果', en: 'Batches that make one step: a large batch in little memory' },
  },
  {
    key: 'clip', type: 'number', default: 1, min: 0.01, max: 100, isLogarithmic: true, isAdvanced: true,
    title: { zh: '梯度裁剪', en: 'Gradient clipping' },
    help: { zh: '梯度范数的上限', en: 'Largest norm of the gradient' },
  },
  {
    key: 'slotWeight', type: 'number', default: 1, min: 0, max: 10, isAdvanced: true,
    title: { zh: '槽位损失权重', en: 'Weight of the slot loss' },
    help: { zh: '联合训练时相对意图损失的权重', en: 'Against the loss of intents, when both are learned' },
  },
  {
    key: 'classWeights', type: 'boolean', default: false, isAdvanced: true,
    title: { zh: '类别加权', en: 'Class weights' },
    help: { zh: '语料少的意图权重更大', en: 'Intents with few utterances weigh more' },
  },
  {
    key: 'labelSmoothing', type: 'number', default: 0, min: 0, max: 0.5, isAdvanced: true,
    title: { zh: '标签平滑', en: 'Label smoothing' },
    help: { zh: '把多少概率分给其他意图，语料标注有噪声时可用 0.1', en: 'Share of the probability that goes to the other intents; 0.1 helps where labels are noisy' },
  },
  {
    key: 'rDrop', type: 'number', default: 0, min: 0, max: 10, isAdvanced: true,
    title: { zh: '两次前向一致（R-Drop）', en: 'Agreement of two passes (R-Drop)' },
    help: { zh: '每条语料过两遍，惩罚两次预测的差异；更准，训练时间约为两倍。0 为关闭', en: 'Every text goes through twice and the difference of both predictions is punished: better, and about twice as long; 0 for off' },
  },
  {
    key: 'refit', type: 'boolean', default: false, isAdvanced: true,
    title: { zh: '用全部语料再训练', en: 'Refit on all texts' },
    help: { zh: '选定轮数后，把验证集也并入再训练一次；校准用并入之前的结果。时间约为两倍', en: 'Once the number of epochs is known, trains again with the validation part included; the calibration is that of before. About twice as long' },
  },
  {
    key: 'checkpointSteps', type: 'integer', default: 200, min: 1, max: 100_000, isAdvanced: true,
    title: { zh: '存档间隔', en: 'Steps between checkpoints' },
    help: { zh: '中断后从最近的存档继续', en: 'A run that was cut off goes on from the last one' },
  },
  {
    key: 'pruneVocabulary', type: 'boolean', default: true, isAdvanced: true,
    title: { zh: '精简词表', en: 'Prune the vocabulary' },
    help: { zh: '去掉大词表里的罕见词元，模型更小更快', en: 'Drops rare word pieces of a large vocabulary: a smaller, faster model' },
  },
];
