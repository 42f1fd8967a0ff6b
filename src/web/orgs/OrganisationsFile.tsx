import { categoryLabels } from '#domain/orgs/categories.ts';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { SaveTable } from '#web/ui/SaveTable.tsx';
import { organisationTexts } from './organisation-texts.ts';
import type { TreeRow } from './tree-rows.ts';

/** The tree as it is unfolded, as a file; what stands under another is further in. */
export function OrganisationsFile({ rows, asked }: { readonly rows: readonly TreeRow[]; readonly asked: readonly string[] }) {
  const t = useTexts(organisationTexts);
  const say = useWords();
  return (
    <SaveTable
      seen={{
        name: 'organisations', title: t.title, rows, rowKey: ({ node }: TreeRow) => node.id, asked,
        columns: [
          { key: 'name', title: t.name, text: ({ node, level }) => `${'　'.repeat(level - 1)}${node.shortName}` },
          { key: 'number', title: t.number, text: ({ node }) => node.number },
          { key: 'category', title: t.category, text: ({ node }) => say(categoryLabels[node.category]) },
          { key: 'people', title: t.people, text: ({ node }) => node.people ?? '' },
          { key: 'members', title: t.members, text: ({ node }) => node.members ?? '' },
          { key: 'secretary', title: t.secretary, text: ({ node }) => node.secretary?.name ?? '' },
        ],
      }}
    />
  );
}
