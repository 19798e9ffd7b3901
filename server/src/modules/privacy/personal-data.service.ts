import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/actor/request-context.js';
import type { DataSubject, Holding, PersonalDataSource, SubjectFacts } from './privacy.types.js';
import { VaultService } from './vault.service.js';

export interface FoundSubject extends SubjectFacts {
  /** What is held of the person, by kind. */
  holdings: Map<PersonalDataSource, Holding[]>;
}

/** Everything that modules hold of persons: each registers what is its own. */
@Injectable()
export class PersonalDataService {
  private readonly byKind = new Map<string, PersonalDataSource>();

  constructor(private readonly vault: VaultService) {}

  register(source: PersonalDataSource): void {
    this.byKind.set(source.kind, source);
  }

  get sources(): readonly PersonalDataSource[] {
    return [...this.byKind.values()].sort((a, b) => a.kind.localeCompare(b.kind));
  }

  /** The persons whom an applicant id names, or in whose cases and conversations the number stands. */
  async find(ctx: RequestContext, query: string): Promise<FoundSubject[]> {
    const subjects = new Map<string, SubjectFacts>();
    const add = (facts: SubjectFacts) => subjects.set(`${facts.realm}\n${facts.applicantId}`, facts);
    const realms = new Set<string>();
    for (const source of this.sources) for (const realm of await source.realmsOf(ctx, query)) realms.add(realm);
    for (const realm of realms) {
      const facts = await this.facts(ctx, { realm, applicantId: query });
      if (facts) add(facts);
    }
    const owners = await this.vault.ownersOf(ctx, query);
    for (const source of this.sources) {
      const ids = owners.filter((owner) => owner.kind === source.kind).map((owner) => owner.id);
      if (ids.length > 0) for (const facts of await source.subjectsOf(ctx, ids)) add(facts);
    }
    const found: FoundSubject[] = [];
    for (const facts of subjects.values()) found.push({ ...facts, holdings: await this.holdings(ctx, facts) });
    return found;
  }

  async holdings(ctx: RequestContext, subject: DataSubject): Promise<Map<PersonalDataSource, Holding[]>> {
    const held = new Map<PersonalDataSource, Holding[]>();
    for (const source of this.sources) held.set(source, await source.holdings(ctx, subject));
    return held;
  }

  /** Null for a person of whom nothing is held. */
  async facts(ctx: RequestContext, subject: DataSubject): Promise<SubjectFacts | null> {
    const held = await this.holdings(ctx, subject);
    if ([...held.values()].every((holdings) => holdings.length === 0)) return null;
    for (const source of held.keys()) {
      const name = await source.nameOf(ctx, subject);
      if (name !== null) return { ...subject, name };
    }
    return { ...subject, name: null };
  }
}
