import type { Grounds } from '#domain/engine/evaluation.ts';
import { readPoints } from '#domain/points/contract.ts';
import { paths } from '#web/paths.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import './boards.css';

const texts = defineTexts({
  zh: { title: (year: number) => `${year}年我的积分`, more: '查看全部' },
  en: { title: (year: number) => `My points of ${year}`, more: 'See all' },
});

/** The parts of the total; where there is but one, what that is made of. */
function partsToShow({ children }: Grounds): readonly Grounds[] {
  const [only, ...others] = children;
  return only !== undefined && others.length === 0 && only.children.length > 0 ? only.children : children;
}

/** My total and its parts, each with its grounds; nothing at all for whoever has no points. */
export function MyPoints({ person }: { readonly person: string }) {
  const t = useTexts(texts);
  const say = useWords();
  const { data } = useCall(readPoints, { person });
  if (!data?.grounds) return null;
  const { grounds, names, year, objected, mayObject } = data;
  const disputes = { subject: { kind: 'person' as const, id: person }, year, objected, mayObject };
  return (
    <section className="desk-points" aria-label={t.title(data.year)}>
      <h2>{t.title(data.year)}</h2>
      <p className="desk-points-total"><Figure value={data.total} full={data.full} bonus={data.bonus} grounds={{ grounds, names, disputes }} of={t.title(data.year)} /></p>
      <ul>
        {partsToShow(grounds).map((part) => (
          <li key={part.id}><span>{say(part.label)}</span><Figure value={part.value} full={part.full} grounds={{ grounds: part, names, disputes }} of={say(part.label)} /></li>
        ))}
      </ul>
      <PathLink to={paths.myPoints()} className="desk-more">{t.more}</PathLink>
    </section>
  );
}
