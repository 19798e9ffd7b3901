import { pinyin } from 'pinyin-pro';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { gql } from '../../providers/graphql.js';
import { useGraphql } from '../../providers/use-graphql.js';
import { useOrgTree } from '../../org/org.js';

export interface Candidate {
  /** As the diagram holds it. */
  group: string;
  title: string;
  section: string;
  /** Title, key and pinyin initials, in lower case, to search in. */
  words: string;
}

const postsDocument = gql`query PostsOfAll { posts(skip: 0, take: 200) { items { id key title orgUnitId } totalItems } }`;
/** Of the five roles, those that handle cases. */
const roles = ['CLERK', 'ADMINISTRATOR', 'RELEASE_MANAGER', 'ANNOTATOR', 'AUDITOR'] as const;

/** Everyone whom a task can be given to: the department that owns the service, roles, departments, posts. */
export function useCandidates(): { candidates: Candidate[]; isPending: boolean } {
  const t = useTranslate();
  const { tree, isPending } = useOrgTree();
  const posts = useGraphql<{ posts: { items: { key: string; title: string; orgUnitId: string }[] } }>(postsDocument);
  const postItems = posts.data?.posts.items;
  const treeKey = tree.map(({ id }) => id).join();
  const candidates = useMemo(() => {
    const departments = new Map(tree.map((unit) => [unit.id, unit.title]));
    const of = (group: string, title: string, section: string): Candidate => ({ group, title, section: t(`workflows.candidate.${section}`), words: `${title} ${group} ${pinyin(title, { pattern: 'first', toneType: 'none', type: 'array' }).join('')}`.toLowerCase() });
    return [
      of('department:$service', t('workflows.candidate.ownDepartment'), 'common'),
      ...(postItems ?? []).map(({ key, title, orgUnitId }) => of(`post:${key}`, [departments.get(orgUnitId), title].filter(Boolean).join(' · '), 'posts')),
      ...tree.map(({ key, title }) => of(`department:${key}`, title, 'departments')),
      ...roles.map((role) => of(`role:${role.toLowerCase().replaceAll('_', '-')}`, t(`app.role.${role}`), 'roles')),
    ];
    // The tree is a new list at every render; its units decide.
  }, [t, treeKey, postItems]);
  return { candidates, isPending: isPending || posts.isPending };
}
