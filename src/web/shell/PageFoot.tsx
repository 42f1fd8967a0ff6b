import { useLocation } from '@tanstack/react-router';
import { paths } from '#web/paths.ts';
import { defineTexts, useTexts } from './language.tsx';
import { PathLink } from './PathLink.tsx';

const texts = defineTexts({ zh: { complain: '投诉建议', compliance: '合规开关' }, en: { complain: 'Complaints and suggestions', compliance: 'Compliance' } });

/** On every page, on the desk and on the phone: where to say that something is wrong or too much. */
export function PageFoot() {
  const { complain, compliance } = useTexts(texts);
  const { pathname } = useLocation();
  return (
    <footer className="page-foot unprinted">
      <PathLink to={paths.complaints()} search={{ page: pathname }}>{complain}</PathLink>
      <PathLink to={paths.compliance()}>{compliance}</PathLink>
    </footer>
  );
}
