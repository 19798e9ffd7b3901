import Download from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { DetailTable } from '../../shared/detail-drawer.js';
import { formatBytes, formatCount } from '../../shared/format.js';
import { Sheet } from '../../shared/page.js';
import { KeyText } from '../../shared/small-texts.js';
import { StatusChip } from '../../shared/status-chip.js';
import type { ModelVersion } from '../model-version.js';

/** What the version is made of and from, each file with its hash and to be downloaded. */
export const FilesPanel: FC<{ version: ModelVersion }> = ({ version: { n, artifact, manifest, size, problems, snapshot } }) => {
  const t = useTranslate();
  const { splits } = snapshot;
  const address = (name: string) => `/api/models/${n}/files/${encodeURIComponent(name)}`;
  const rows = [...Object.entries(manifest.files), ['manifest.json', null] as const];
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      <Sheet label={t('models.manifest.title')} sx={{ p: 4 }}>
        <Box sx={{ display: 'flex', gap: 2, mb: 3 }}>
          <Typography variant="h2">{t('models.manifest.title')}</Typography>
          {problems.length === 0 ? <StatusChip tone="good" label={t('models.verified')} title={t('models.verifiedHint')} /> : <StatusChip tone="bad" label={t('models.damaged')} />}
        </Box>
        <DetailTable
          rows={[
            [t('models.manifest.artifact'), <KeyText key="artifact" value={artifact} short={24} />],
            [t('models.method.name'), t(`models.method.${manifest.method}`, { _: manifest.method })],
            [t('models.manifest.snapshot'), <KeyText key="snapshot" value={manifest.snapshotHash} short={24} />],
            [t('models.manifest.utterances'), t('models.manifest.splits', { count: formatCount(snapshot.count), train: formatCount(splits.train), validation: formatCount(splits.validation), test: formatCount(splits.test) })],
            [t('models.manifest.base'), manifest.baseModelHash ? <KeyText key="base" value={manifest.baseModelHash} short={24} /> : t('models.manifest.noBase')],
            [t('models.manifest.seed'), manifest.seed],
            [t('models.manifest.hyper'), <code key="hyper">{Object.entries(manifest.hyper).map(([name, value]) => `${name}=${String(value)}`).join(' · ')}</code>],
            [t('models.manifest.trainer'), `${manifest.trainer.name} ${manifest.trainer.version}`],
            [t('models.size'), formatBytes(size)],
          ]}
        />
      </Sheet>
      <Sheet label={t('models.file.title')}>
        <Box sx={{ overflow: 'auto' }} tabIndex={0} role="group" aria-label={t('models.file.title')}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{t('models.file.name')}</TableCell>
                <TableCell align="right">{t('models.size')}</TableCell>
                <TableCell>{t('models.file.hash')}</TableCell>
                <TableCell align="right">{t('models.file.get')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map(([name, file]) => (
                <TableRow key={name}>
                  <TableCell component="th" scope="row">
                    <code>{name}</code>
                  </TableCell>
                  <TableCell align="right">{file ? formatBytes(file.bytes) : '—'}</TableCell>
                  <TableCell>
                    <KeyText value={file?.sha256 ?? artifact} short={16} />
                  </TableCell>
                  <TableCell align="right">
                    <Button variant="text" startIcon={<Download fontSize="small" />} href={address(name)} download aria-label={t('models.file.downloadOf', { name })}>
                      {t('models.file.download')}
                    </Button>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      </Sheet>
    </Box>
  );
};
