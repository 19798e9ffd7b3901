import { readBackup } from './backup/read-backup.js';
import type { BackupManifest } from './backup/backup-manifest.js';
import { writeBackup } from './backup/write-backup.js';
import type { Command } from './command.js';
import { withDatabase } from './database.js';

export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup FILE',
  help: { zh: '把整个安装（数据库、上传文件、模型）备份到一个文件，服务可以照常运行；不含主密钥，请另外备份', en: 'copy the whole installation (database, files, models; not the master key) into one file; the server may go on' },
  operands: 1,
  options: {},
  run: async ({ operands, path, environment }) => {
    const file = path(operands[0]!);
    const manifest = await withDatabase(environment, (url) => writeBackup(url, environment.home, file));
    const missing = manifest.missing.length;
    return {
      json: { ok: missing === 0, file, ...figures(manifest) },
      text: {
        zh: `已备份到 ${file}：${figures(manifest).rows} 行，${manifest.files.length} 个文件${missing > 0 ? `；缺少 ${missing} 个文件：${manifest.missing[0]}` : ''}`,
        en: `Backed up to ${file}: ${figures(manifest).rows} rows, ${manifest.files.length} files${missing > 0 ? `; ${missing} files are missing: ${manifest.missing[0]}` : ''}`,
      },
      exitCode: missing === 0 ? 0 : 1,
    };
  },
};

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore FILE',
  help: { zh: '把备份恢复到一个空的安装（先停止服务；用 BANSHI_HOME 指定新的文件夹）', en: 'restore a backup into an empty installation (stop the server first; name a new folder by BANSHI_HOME)' },
  operands: 1,
  options: {},
  run: async ({ operands, path, environment }) => {
    const file = path(operands[0]!);
    const manifest = await withDatabase(environment, (url) => readBackup(url, environment.home, file));
    return {
      json: { ok: true, file, createdAt: manifest.createdAt, ...figures(manifest) },
      text: {
        zh: `已恢复 ${manifest.createdAt} 的备份：${figures(manifest).rows} 行，${manifest.files.length} 个文件。所有人须重新登录。启动前把原来的主密钥（master.key 或 BANSHI_MASTER_KEY）放回。`,
        en: `Restored the backup of ${manifest.createdAt}: ${figures(manifest).rows} rows, ${manifest.files.length} files. Everybody signs in again. Put the master key (master.key or BANSHI_MASTER_KEY) back before the start.`,
      },
      exitCode: 0,
    };
  },
};

const figures = ({ migration, tables, files, missing }: BackupManifest) => ({ migration, tables: tables.length, rows: tables.reduce((sum, table) => sum + table.rows, 0), files: files.length, missing });
