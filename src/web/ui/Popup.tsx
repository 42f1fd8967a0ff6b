import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import './popup.css';

interface Properties {
  /** What the button shows, and what it is called when that is only a picture. */
  readonly button: ReactNode;
  readonly name: string;
  readonly buttonClass?: string;
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a small panel below itself; Escape, a click elsewhere or a choice closes it. */
export function Popup({ button, name, buttonClass = 'plain-button', children }: Properties) {
  const [open, setOpen] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useId();
  useEffect(() => {
    if (!open) return undefined;
    const elsewhere = (event: Event) => {
      if (event.target instanceof Node && !around.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
    };
  }, [open]);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <div ref={around} className="popup" onKeyDown={(event) => { if (event.key === 'Escape' && open) { event.stopPropagation(); close(); } }}>
      <button
        ref={opener} type="button" className={buttonClass} aria-label={name} aria-expanded={open} aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open ? <div id={panel} className="popup-panel">{children(close)}</div> : null}
    </div>
  );
}
