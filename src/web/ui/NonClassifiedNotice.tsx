import { InfoCircleOutlined } from '@ant-design/icons';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import './non-classified-notice.css';

const texts = defineTexts({
  zh: { notice: '本系统为非涉密系统，严禁录入国家秘密、警务工作秘密、案件信息和涉案人员信息。' },
  en: { notice: 'This system is not cleared for classified matter. Never enter state secrets, police work secrets, case information or people involved in cases.' },
});

/** Stands on the sign-in page and above every box for free text. */
export function NonClassifiedNotice() {
  const { notice } = useTexts(texts);
  return <p className="non-classified" role="note"><InfoCircleOutlined /> <span>{notice}</span></p>;
}
