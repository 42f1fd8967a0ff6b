import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { useId, type ReactNode } from 'react';

interface Properties {
  readonly title: string;
  readonly open: boolean;
  readonly onTurn: () => void;
  readonly children: ReactNode;
}

/** A part of the menu under its heading; whoever never uses it folds it away on his device. */
export function MenuSection({ title, open, onTurn, children }: Properties) {
  const list = useId();
  return (
    <section>
      <h2><button type="button" className="side-menu-heading" aria-expanded={open} aria-controls={list} onClick={onTurn}>{title} {open ? <DownOutlined /> : <RightOutlined />}</button></h2>
      <ul id={list} hidden={!open}>{children}</ul>
    </section>
  );
}
