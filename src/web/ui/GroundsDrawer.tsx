import { CloseOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useEffect, useState } from 'react';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { groundsTexts } from './grounds-texts.ts';
import type { FactPlace, GroundsSource, NamedGrounds } from './grounds-source.ts';
import { Disputing } from './GroundsDispute.tsx';
import { GroundsFile } from './GroundsFile.tsx';
import { GroundsChildren, GroundsValue, GroundsWhy } from './GroundsTree.tsx';
import { usePhone } from './screen.ts';
import { LinesSkeleton } from './Skeletons.tsx';
import './grounds.css';

interface Properties {
  readonly source: GroundsSource;
  readonly open: boolean;
  readonly factPlace: FactPlace;
  readonly onClose: () => void;
}

/** The one drawer in which every figure says why, the same on the desk, a phone and paper. */
export function GroundsDrawer({ source, open, factPlace, onClose }: Properties) {
  const texts = useTexts(groundsTexts);
  const say = useWords();
  const phone = usePhone();
  const { named, error } = useNamedGrounds(source);
  const title = named ? `${texts.title} · ${say(named.grounds.label)}` : texts.title;
  useEffect(() => {
    document.documentElement.toggleAttribute('data-grounds-open', open);
    return () => document.documentElement.removeAttribute('data-grounds-open');
  }, [open]);
  const leave: FactPlace = { ...factPlace, go: (href) => { onClose(); factPlace.go(href); } };
  return (
    <Drawer
      open={open} onClose={onClose} size={phone ? '100%' : 560} rootClassName="grounds-drawer" aria-label={title}
      title={<span className="grounds-title">{title}</span>} closable={{ placement: 'end', closeIcon: <CloseOutlined aria-label={texts.close} /> }}
      footer={named ? <Actions named={named} title={title} /> : null}
    >
      {error === null ? null : <ErrorNote refusal={error} />}
      {named === null && error === null ? <LinesSkeleton count={6} /> : null}
      {named ? <Body key={named.grounds.id} named={named} factPlace={leave} /> : null}
    </Drawer>
  );
}

function Body({ named: { grounds, names, disputes }, factPlace }: { readonly named: NamedGrounds; readonly factPlace: FactPlace }) {
  const texts = useTexts(groundsTexts);
  const [all, setAll] = useState<boolean | null>(null);
  const levels = grounds.children.some(({ children }) => children.length > 0);
  return (
    <Disputing value={disputes ?? null}>
      <div className="grounds-total">
        <GroundsValue grounds={grounds} />
        {levels ? (
          <span className="unprinted">
            <button type="button" className="grounds-all" onClick={() => setAll(true)}>{texts.unfoldAll}</button>
            <button type="button" className="grounds-all" onClick={() => setAll(false)}>{texts.foldAll}</button>
          </span>
        ) : null}
      </div>
      <GroundsWhy grounds={grounds} names={names} />
      <GroundsChildren key={String(all)} grounds={grounds} names={names} factPlace={factPlace} depth={1} all={all} />
    </Disputing>
  );
}

function Actions({ named, title }: { readonly named: NamedGrounds; readonly title: string }) {
  const texts = useTexts(groundsTexts);
  return (
    <span className="grounds-actions unprinted">
      <GroundsFile named={named} title={title} />
      <Button onClick={() => print()}>{texts.print}</Button>
    </span>
  );
}

const isNamed = (answer: Grounds | NamedGrounds): answer is NamedGrounds => 'grounds' in answer;
const withNames = (answer: Grounds | NamedGrounds): NamedGrounds => (isNamed(answer) ? answer : { grounds: answer, names: {} });

type Refusal = Parameters<typeof ErrorNote>[0]['refusal'];
interface Fetched {
  readonly named: NamedGrounds | null;
  readonly error: Refusal | null;
}

function useNamedGrounds(source: GroundsSource): Fetched {
  const [fetched, setFetched] = useState<Fetched>({ named: null, error: null });
  useEffect(() => {
    let current = true;
    const settle = (next: Fetched) => { if (current) setFetched(next); };
    settle({ named: null, error: null });
    Promise.resolve(typeof source === 'function' ? source() : source).then(
      (answer) => settle({ named: withNames(answer), error: null }),
      (error: unknown) => settle({ named: null, error: refusalIn(error) }),
    );
    return () => { current = false; };
  }, [source]);
  return fetched;
}

/** A call that was refused carries its words; anything else gets a plain sentence. */
const refusalIn = (error: unknown): Refusal =>
  error instanceof Error && 'refusal' in error && isRefusal(error.refusal)
    ? error.refusal
    : { words: { zh: groundsTexts.zh.fetchFailed, en: groundsTexts.en.fetchFailed }, places: [] };

const isRefusal = (it: unknown): it is Refusal => typeof it === 'object' && it !== null && 'words' in it && 'places' in it;
