import { DEFAULT_HYPER } from '@banshi/head';
import type { HyperField } from './hyper-field.js';

/** Hyper-parameters of method `head`, within bounds in which a job ends in reasonable time and memory. */
export const headFields: readonly HyperField[] = [
  {
    key: 'strengths', type: 'numbers', default: DEFAULT_HYPER.strengths, min: 0.001, max: 10_000, maxItems: 10, isLogarithmic: true, isAdvanced: false,
    title: { zh: '正则强度的倒数', en: 'Inverse regularisation strengths' },
    help: { zh: '依次在验证部分上比较，越大拟合越紧；第一个为首选', en: 'Compared on the validation part; the larger the closer the fit. The first is kept unless another is clearly better' },
  },
  {
    key: 'maxEpochs', type: 'integer', default: DEFAULT_HYPER.maxEpochs, min: 1, max: 1_000, isAdvanced: false,
    title: { zh: '意图训练轮数上限', en: 'Passes for intents at most' },
    help: { zh: '每种强度最多遍历训练语料的次数，收敛后提前结束', en: 'Passes over the training texts per strength; ends earlier when converged' },
  },
  {
    key: 'tolerance', type: 'number', default: DEFAULT_HYPER.tolerance, min: 0.0001, max: 1, isLogarithmic: true, isAdvanced: true,
    title: { zh: '收敛精度', en: 'Tolerance' },
    help: { zh: '相对对偶间隙小于此值即停止', en: 'Relative duality gap at which the fit of intents stops' },
  },
  {
    key: 'slotEpochs', type: 'integer', default: DEFAULT_HYPER.slotEpochs, min: 1, max: 100, isAdvanced: false,
    title: { zh: '槽位训练轮数', en: 'Passes for slots' },
    help: { zh: '槽位标注器遍历训练语料的次数', en: 'Passes of the slot tagger over the training texts' },
  },
  {
    key: 'embeddingSize', type: 'integer', default: DEFAULT_HYPER.embeddingSize, min: 16, max: 1_024, isAdvanced: true,
    title: { zh: '句向量维数', en: 'Size of the sentence vector' },
    help: { zh: '没有编码器时由字符特征投影而成', en: 'Of the projection of character features where no encoder gives one' },
  },
  {
    key: 'maxTableBytes', type: 'integer', default: DEFAULT_HYPER.maxTableBytes, min: 100_000, max: 64_000_000, isAdvanced: true,
    title: { zh: '权重表上限（字节）', en: 'Largest weight table, bytes' },
    help: { zh: '意图和槽位权重表各自的大小上限', en: 'For the tables of intents and slots each' },
  },
  {
    key: 'maxFalseRejection', type: 'number', default: DEFAULT_HYPER.maxFalseRejection, min: 0, max: 0.5, isAdvanced: true,
    title: { zh: '误拒上限', en: 'False rejections at most' },
    help: { zh: '拒答阈值最多可误拒的服务范围内语料比例', en: 'Share of in-scope texts that the out-of-scope threshold may turn away' },
  },
];
