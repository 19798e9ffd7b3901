import { defineErrors } from '../../platform/errors/domain-error.js';

export const registryErrors = defineErrors({
  MODEL_DAMAGED: { status: 409, zh: '模型文件与清单不符，已停用：{problems}。请重新训练', en: 'The files of the model differ from its manifest, so it is not used: {problems}. Train again' },
  IN_USE: { status: 409, zh: '模型版本 {n} 仍被 {count} 处使用，无法删除：{first}', en: 'Model version {n} is still used in {count} places, so it cannot be deleted: {first}' },
  BASE_MODEL_SOURCE: { status: 400, zh: '来源须为 folder 或 hub', en: 'The source is folder or hub' },
  BASE_FOLDER_OFF: { status: 409, zh: '没有配置基础模型目录。请设置环境变量 BANSHI_BASE_MODELS 后重启', en: 'No folder of base models is configured. Set BANSHI_BASE_MODELS and start again' },
  BASE_FOLDER_OUTSIDE: { status: 400, zh: '目录不在允许的范围内：{root}', en: 'The folder does not lie under the one that is allowed: {root}' },
  BASE_FOLDER_MISSING: { status: 404, zh: '找不到目录「{path}」', en: 'There is no folder “{path}”' },
  HUB_OFF: { status: 409, zh: '没有配置模型仓库。请设置环境变量 BANSHI_HUB_URL 后重启，或从本机目录登记', en: 'No hub is configured. Set BANSHI_HUB_URL and start again, or register a folder of this machine' },
  HUB_NAME: { status: 400, zh: '「{name}」不是模型名称，应如 bert-base-chinese 或 BAAI/bge-small-zh-v1.5', en: '“{name}” is no name of a model; names look like bert-base-chinese or BAAI/bge-small-zh-v1.5' },
  HUB_UNREACHABLE: { status: 503, zh: '无法从模型仓库取得文件：{reason}。请检查网络和 BANSHI_HUB_URL', en: 'The hub does not give the file: {reason}. Check the network and BANSHI_HUB_URL' },
  HUB_MODEL_MISSING: { status: 404, zh: '模型仓库里没有「{name}」，或其中缺少 {file}', en: 'The hub has no “{name}”, or it lacks {file}' },
  BASE_UNSAFE: { status: 409, zh: '模型只有 {file}，这类文件可以在读取时执行任意程序，因此不接受。请用 safetensors 格式', en: 'The model has {file} only, a format that can run any program when read, so it is refused. Use safetensors' },
  BASE_FILE_MISSING: { status: 409, zh: '模型缺少 {file}', en: 'The model lacks {file}' },
  BASE_CORRUPT: { status: 409, zh: '{file} 已损坏或不可信：{reason}。请重新取得该模型', en: '{file} is damaged or not to be trusted: {reason}. Fetch the model anew' },
  BASE_ARCHITECTURE: { status: 409, zh: '不支持的模型结构「{architecture}」，只支持 BERT 编码器', en: 'The architecture “{architecture}” is not supported; only BERT encoders are' },
  BASE_TOO_LARGE: { status: 413, zh: '{file} 过大，上限为 {limit}', en: '{file} is too large; the limit is {limit}' },
  BASE_MODEL_DAMAGED: { status: 409, zh: '基础模型「{name}」的文件已缺失或改变：{file}。请重新登记', en: 'Files of the base model “{name}” are missing or changed: {file}. Register it again' },
  BASE_SHIPPED: { status: 409, zh: '随产品提供的编码器不能删除', en: 'The encoder that ships with the product cannot be deleted' },
  BASE_IN_USE: { status: 409, zh: '训练 #{n} 正在使用这个基础模型，无法删除', en: 'Training #{n} uses this base model, so it cannot be deleted' },
  DISK_FULL: { status: 507, zh: '磁盘空间不足：需要 {needed}，剩余 {free}。请清理后重试', en: 'The disk is full: {needed} are needed and {free} are free. Make room and try again' },
});
