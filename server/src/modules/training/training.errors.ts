import type { TrainingProblem, TrainingProblemCode } from '@banshi/head';
import { defineErrors, DomainError, type ErrorDefinition } from '../../platform/errors/domain-error.js';

export const trainingErrors = defineErrors({
  UNKNOWN_METHOD: { status: 400, zh: '没有训练方法「{method}」，可用：{known}', en: 'There is no training method “{method}”; known: {known}' },
  INVALID_HYPER_PARAMETERS: { status: 400, zh: '超参数有误：{reason}', en: 'The hyper-parameters are not valid: {reason}' },
  INVALID_SEED: { status: 400, zh: '随机种子须为 0 至 2147483647 的整数', en: 'A seed is an integer from 0 to 2147483647' },

  UNKNOWN_PRESET: { status: 400, zh: '该方法没有预设「{preset}」，可用：{known}', en: 'The method has no preset “{preset}”; known: {known}' },
  NOT_OF_METHOD: { status: 400, zh: '方法「{method}」不支持「{value}」，可用：{known}', en: 'The method “{method}” does not have “{value}”; known: {known}' },
  FOREIGN_SNAPSHOT: { status: 400, zh: '快照不属于这个训练集', en: 'The snapshot is not one of this training set' },
  BASE_NOT_USED: { status: 400, zh: '方法「{method}」不使用基础模型', en: 'The method “{method}” uses no base model' },
  BASE_UNSUITABLE: { status: 409, zh: '基础模型「{base}」不能用于方法「{method}」', en: 'The base model “{base}” cannot serve the method “{method}”' },
  BASE_REQUIRED: { status: 400, zh: '方法「{method}」需要基础模型，请先登记一个', en: 'The method “{method}” needs a base model; register one first' },
  NO_CUDA: { status: 409, zh: '执行器「{executor}」没有可用的显卡（CUDA）。请改用 CPU 或自动', en: 'The executor “{executor}” has no usable GPU (CUDA). Choose CPU or automatic' },
  TOO_MANY_RUNS: { status: 400, zh: '一次最多 {limit} 个任务，现在是 {count} 个。请减少取值', en: 'At most {limit} jobs at once, and these are {count}. Give fewer values' },
  EMPTY_GRID: { status: 400, zh: '请至少为一个超参数给出两个不同的取值', en: 'Give two different values of one hyper-parameter at least' },

  TRAINING_SET_EMPTY: { status: 409, zh: '训练集没有语料。请先在「语料」中添加或导入语料', en: 'The training set holds no utterance. Add or import some under “Utterances” first' },
  TOO_FEW_UTTERANCES: { status: 409, zh: '标注了意图的语料只有 {labelled} 条，至少需要 {needed} 条。请继续标注', en: 'Only {labelled} utterances have an intent; at least {needed} are needed. Label more' },
  ONE_INTENT_ONLY: { status: 409, zh: '所有语料都是同一个意图「{label}」，没有可区分的对象。请再为其他意图添加语料', en: 'All utterances have the same intent “{label}”, so there is nothing to tell apart. Add utterances of other intents' },
  ALL_TEXTS_EQUAL: { status: 409, zh: '所有语料的文字都相同。请添加不同说法', en: 'All utterances are the same text. Add other wordings' },
  BAD_UTTERANCE: { status: 409, zh: '有一条语料无法用于训练：{reason}。请修改这条语料后重试', en: 'One utterance cannot be trained on: {reason}. Mend it and try again' },
  BAD_LABEL: { status: 409, zh: '标签「{label}」有误：{reason}', en: 'The label “{label}” is not valid: {reason}' },
  NOT_CONVERGED: { status: 409, zh: '训练结果不是有效数值。请恢复默认超参数后重试', en: 'The fit did not stay finite. Try again with the default hyper-parameters' },
  BASE_UNREADABLE: { status: 409, zh: '训练程序无法读取基础模型：{reason}。请重新登记或改用其他基础模型', en: 'The trainer cannot read the base model: {reason}. Register it again or choose another' },
  CHECKPOINT_CORRUPT: { status: 409, zh: '存档已损坏，无法继续：{reason}。请重新开始训练', en: 'No checkpoint is whole, so the training cannot go on: {reason}. Start it anew' },
  LOSS_NOT_FINITE: { status: 409, zh: '损失不再是有效数值：{reason}。请调小学习率或批大小后重试', en: 'The loss is no longer a number: {reason}. Try a smaller learning rate or batch' },
  OUT_OF_MEMORY: { status: 409, zh: '内存或显存不足：{reason}。请调小批大小或最大长度，或改用较小的基础模型', en: 'Out of memory: {reason}. Use a smaller batch, shorter texts or a smaller base model' },
  DISK_FULL: { status: 507, zh: '磁盘空间不足：{reason}。请清理后恢复训练，将从最近的存档继续', en: 'The disk is full: {reason}. Make room and resume; it goes on from the last checkpoint' },
  PARITY_FAILED: { status: 500, zh: '导出的模型与训练结果不一致，没有登记：{reason}', en: 'The exported model does not compute what was trained, so it was not registered: {reason}' },
  TRAINER_FAILED: { status: 409, zh: '训练失败：{reason}', en: 'The training failed: {reason}' },
  TRAINER_CRASHED: { status: 500, zh: '训练程序 {attempts} 次异常终止：{reason}。没有登记模型；可以恢复训练，将从最近的存档继续', en: 'The trainer ended unexpectedly {attempts} times: {reason}. No model was registered; resume to go on from the last checkpoint' },
  DISTIL_NEEDS_ENCODER: { status: 409, zh: '缺少随产品提供的编码器，无法蒸馏', en: 'The encoder that ships with the product is missing, so nothing can be distilled into its shape' },

  RAY_OFF: { status: 409, zh: '没有配置 Ray 集群。请设置环境变量 BANSHI_RAY_URL 后重启', en: 'No Ray cluster is configured. Set BANSHI_RAY_URL and start again' },
  RAY_LOST: { status: 503, zh: '无法连接 Ray 集群 {url}：{reason}。集群恢复后可以恢复训练，将从最近的存档继续', en: 'The Ray cluster {url} does not answer: {reason}. Resume when it is back; the training goes on from its last checkpoint' },
  RAY_UNAUTHORISED: { status: 409, zh: 'Ray 集群 {url} 拒绝了令牌。请更正 BANSHI_RAY_TOKEN 后重启', en: 'The Ray cluster {url} refuses the token. Correct BANSHI_RAY_TOKEN and start again' },
  RAY_REFUSED: { status: 409, zh: 'Ray 集群没有接受任务：{reason}', en: 'The Ray cluster did not accept the job: {reason}' },
  RAY_STOPPED: { status: 409, zh: '任务 {id} 在集群上被停止。可以恢复训练，将从最近的存档继续', en: 'Submission {id} was stopped on the cluster. Resume to go on from the last checkpoint' },

  PYTHON_MISSING: { status: 409, zh: '找不到 Python {needed} 或更新版本。请安装 Python（含 venv），或用 BANSHI_PYTHON 指定解释器后重启', en: 'There is no Python {needed} or newer. Install Python with venv, or name an interpreter by BANSHI_PYTHON and start again' },
  PYTHON_NOT_FOUND: { status: 409, zh: 'BANSHI_PYTHON 指定的解释器无法运行：{path}。请更正后重启', en: 'The interpreter named by BANSHI_PYTHON cannot be run: {path}. Correct it and start again' },
  PYTHON_WITHOUT_VENV: { status: 409, zh: '{python} 缺少 venv 模块。请安装（Debian/Ubuntu：apt install python3-venv）后重试', en: '{python} lacks the venv module. Install it (Debian/Ubuntu: apt install python3-venv) and try again' },
  PYTHON_INCOMPLETE: { status: 409, zh: 'Python 环境缺少训练所需的程序库：{reason}。请重新准备环境', en: 'The Python environment lacks libraries that the training needs: {reason}. Prepare it again' },
  PYTHON_INSTALL_FAILED: { status: 409, zh: '安装训练所需的程序库失败：{reason}。请检查网络后重试，已下载的部分会保留', en: 'The libraries for training could not be installed: {reason}. Check the network and try again; what was fetched is kept' },
  PYTHON_DISK: { status: 507, zh: '准备 Python 环境需要 {needed} 磁盘空间，剩余 {free}。请清理后重试', en: 'The Python environment needs {needed} of disk and {free} are free. Make room and try again' },
  TRAINER_MISSING: { status: 500, zh: '安装不完整：缺少训练程序 {path}', en: 'The installation is incomplete: the trainer {path} is missing' },
  TRAINING_CRASHED: { status: 500, zh: '训练线程异常终止：{reason}。没有产生模型；可以重试，若再次出现请减少语料或增加内存', en: 'The training thread ended unexpectedly: {reason}. No model was made; try again, and if it happens again use fewer utterances or more memory' },
});

const E = trainingErrors;
const byCode: Record<Exclude<TrainingProblemCode, 'cancelled'>, ErrorDefinition> = {
  'empty-set': E.TRAINING_SET_EMPTY,
  'too-few': E.TOO_FEW_UTTERANCES,
  'one-class': E.ONE_INTENT_ONLY,
  'all-texts-equal': E.ALL_TEXTS_EQUAL,
  'empty-text': E.BAD_UTTERANCE,
  'text-too-long': E.BAD_UTTERANCE,
  'unknown-intent': E.BAD_UTTERANCE,
  'unknown-slot': E.BAD_UTTERANCE,
  'span-outside-text': E.BAD_UTTERANCE,
  'overlapping-spans': E.BAD_UTTERANCE,
  'duplicate-label': E.BAD_LABEL,
  'empty-label': E.BAD_LABEL,
  'not-finite': E.NOT_CONVERGED,
  'bad-hyper-parameter': E.INVALID_HYPER_PARAMETERS,
  'encoder-unsuitable': E.BASE_UNREADABLE,
  'worker-failed': E.TRAINING_CRASHED,
};

/** What a person can do about a problem of the trainer. */
export function toDomainError(problem: TrainingProblem): DomainError {
  const params: Record<string, string | number> = { reason: problem.message };
  for (const [name, value] of Object.entries(problem.details)) if (typeof value === 'string' || typeof value === 'number') params[name] = value;
  const definition = problem.code === 'cancelled' ? E.TRAINING_CRASHED : byCode[problem.code];
  return new DomainError(definition, { params, details: { problem: problem.code, ...problem.details } });
}
