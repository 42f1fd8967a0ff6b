import { useEffect, useRef } from 'react';
import { minuteText } from '#web/ui/instant-text.ts';
import { useWhoAmI } from './session.tsx';
import './screen-mark.css';

/** Between two marks, in CSS pixels: close enough that a part of a screen holds one, far enough to read what lies below. */
const APART = { across: 340, down: 190 };
const TILT = -Math.PI / 9;
const FONT = '14px "Microsoft YaHei", "Noto Sans CJK SC", system-ui';
const MINUTE = 60_000;

/**
 * Who looks, and when, faintly over the whole screen (屏幕水印): a picture of it says whose screen it was. It is drawn and
 * not written, so that nobody has it read aloud, finds it, or copies it along.
 */
export function ScreenMark() {
  const { person, userName } = useWhoAmI();
  const canvas = useRef<HTMLCanvasElement>(null);
  const said = person ? `${person.name} ${person.number}` : userName;
  useEffect(() => {
    const draw = (): void => cover(canvas.current, `${said} ${minuteText(new Date().toISOString())}`);
    draw();
    const turning = setInterval(draw, MINUTE);
    addEventListener('resize', draw);
    return () => {
      clearInterval(turning);
      removeEventListener('resize', draw);
    };
  }, [said]);
  return <canvas ref={canvas} className="screen-mark unprinted" aria-hidden />;
}

function cover(canvas: HTMLCanvasElement | null, said: string): void {
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return;
  const fine = devicePixelRatio;
  const [cosine, sine] = [Math.cos(TILT) * fine, Math.sin(TILT) * fine];
  canvas.width = innerWidth * fine;
  canvas.height = innerHeight * fine;
  context.font = FONT;
  context.fillStyle = getComputedStyle(canvas).color;
  for (let y = APART.down / 2; y < innerHeight + APART.down; y += APART.down) {
    for (let x = 16; x < innerWidth; x += APART.across) {
      context.setTransform(cosine, sine, -sine, cosine, x * fine, y * fine);
      context.fillText(said, 0, 0);
    }
  }
}
