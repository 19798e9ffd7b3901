import { configKinds, type ConfigKind, type Finding, findingText, placeLabel, type BodyOf } from '@banshi/bundle';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import { ContentsService } from '../config/contents.service.js';
import { type FindingModel, SeverityModel } from './release.model.js';

const severities = { error: SeverityModel.ERROR, warning: SeverityModel.WARNING, info: SeverityModel.INFO };

/** Puts findings into the caller's language, with the titles of their items. */
@Injectable()
export class FindingPresenter {
  constructor(private readonly contents: ContentsService) {}

  /** `hashes` maps `kind/key` to the content that was checked; items that are not there keep their key as title. */
  async present(ctx: RequestContext, findings: readonly Finding[], hashes?: ReadonlyMap<string, string>): Promise<FindingModel[]> {
    const known = hashes ?? (await this.draftHashes(ctx, findings.map(({ kind, key }) => `${kind}/${key}`)));
    const contents = await this.contents.getMany(ctx, findings.flatMap((finding) => known.get(`${finding.kind}/${finding.key}`) ?? []));
    const titled = await this.withTitlesOfMissing(ctx, findings);
    return titled.map((finding) => {
      const body = contents.get(known.get(`${finding.kind}/${finding.key}`) ?? '')?.body ?? null;
      const title = body ? (configKinds[finding.kind] as ConfigKind).titleOf(body as BodyOf<never>) : finding.key;
      const { message, mend } = findingText(finding, ctx.language);
      return { ...finding, severity: severities[finding.severity], title, place: placeLabel(finding, body)[ctx.language], message, mend };
    });
  }

  /** What a reference leads to is not in the bundle, which is the finding; its draft says what it is called. */
  private async withTitlesOfMissing(ctx: RequestContext, findings: readonly Finding[]): Promise<readonly Finding[]> {
    const nameOf = ({ params }: Finding) => (params['toKey'] === undefined ? [] : [`${params['toKind']}/${params['toKey']}`]);
    const names = findings.flatMap(nameOf);
    if (names.length === 0) return findings;
    const hashes = await this.draftHashes(ctx, names);
    const contents = await this.contents.getMany(ctx, [...hashes.values()]);
    return findings.map((finding) => {
      const toTitle = nameOf(finding).map((name) => contents.get(hashes.get(name) ?? '')?.body as { title?: string } | undefined)[0]?.title;
      return toTitle ? { ...finding, params: { ...finding.params, toTitle } } : finding;
    });
  }

  /** `names` are `kind/key`. */
  private async draftHashes(ctx: RequestContext, names: readonly string[]): Promise<Map<string, string>> {
    const rows = await ctx.manager.query<{ name: string; sha256: string }[]>(
      `SELECT i.kind || '/' || i.key AS name, d.sha256 FROM config_item i JOIN config_draft d ON d.item_id = i.id WHERE i.kind || '/' || i.key = ANY($1::text[])`,
      [[...new Set(names)]],
    );
    return new Map(rows.map((row) => [row.name, row.sha256]));
  }
}
