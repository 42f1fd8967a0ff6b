import { InfoCircleOutlined } from '@ant-design/icons';
import { administratorRoles } from '#domain/access/roles.ts';
import { defineTexts, useTexts } from './language.tsx';
import { useWhoAmI } from './session.tsx';

const texts = defineTexts({
  zh: { notice: '本账号没有对应的人员：所录内容无法认定由谁填报，也不能审核。建组织、导花名册、启用方案可用本账号；日常记录和审核，请安全管理员为您本人开立账号后办理。' },
  en: { notice: 'No person stands behind this account: nobody in particular answers for what it records, and it cannot confirm. Set the bureau up with it; to record and confirm, have the security administrator open an account of your own.' },
});

/** The account with which an office begins has no person; whoever works with it hears what follows from that, and what to do. */
export function NobodyBehind() {
  const { notice } = useTexts(texts);
  const { person, grants } = useWhoAmI();
  if (person !== null || grants.every(({ role }) => administratorRoles.includes(role))) return null;
  return <p className="nobody-behind unprinted" role="note"><InfoCircleOutlined /> <span>{notice}</span></p>;
}
