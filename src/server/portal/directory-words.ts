import type { PortalFaultKind } from './portal-fault.ts';
import { told } from './portal-words.ts';
import type { Told } from './way.ts';

export const formWords = {
  title: { zh: '用本单位账号登录', en: 'Sign in with your account of the bureau' },
  text: { zh: '请输入您在本单位目录（办公电脑登录所用）中的用户名和密码。密码只交目录核对，不在本系统保存。', en: 'Your name and password are those of the bureau\'s directory. The password is proved there and kept nowhere here.' },
  nonClassified: {
    zh: '本系统为非涉密系统，严禁录入国家秘密、警务工作秘密、案件信息和涉案人员信息。',
    en: 'This system is not cleared for classified matter. Never enter state secrets, police work secrets, case information or people involved in cases.',
  },
  name: { zh: '用户名', en: 'User name' },
  password: { zh: '密码', en: 'Password' },
  signIn: { zh: '登录', en: 'Sign in' },
} as const;

/** The same of the directory, where a sentence of the provider would not be true. @param attribute in which the number stands. */
export function toldOfDirectory(kind: PortalFaultKind, attribute: string): Told {
  switch (kind) {
    case 'wrong': return {
      title: { zh: '用户名或密码不正确', en: 'Name or password is not right' },
      text: { zh: '请核对后再试。连续输错几次后须等待一段时间。', en: 'Check both and try again. After several wrong ones in a row there is a while to wait.' },
    };
    case 'waiting': return {
      title: { zh: '输错次数过多，请稍候', en: 'Too many wrong tries; please wait' },
      text: { zh: '这个用户名暂时不能登录，等待时间最长 15 分钟，到时可再试。', en: 'This name is not tried for a while, 15 minutes at most. Then try again.' },
    };
    case 'crowded': return {
      title: { zh: '同时登录的人太多', en: 'Too many people are signing in' },
      text: { zh: '请过一会儿再试。', en: 'Try again in a moment.' },
    };
    case 'ambiguous': return {
      title: { zh: '目录中有多个条目与这个用户名相符', en: 'Several entries of the directory have this name' },
      text: {
        zh: '不能判断您是其中哪一位，没有放行。请告诉系统管理员：核对目录中重复的条目，以及本入口的 LDAP_BASE、LDAP_FILTER。',
        en: 'Nobody can tell which of them you are, so nobody was let in. Tell the system administrator: the entries of the directory, or LDAP_BASE and LDAP_FILTER here, need a look.',
      },
    };
    case 'unreachable': return {
      title: { zh: '单位目录暂时无法访问', en: 'The directory cannot be reached' },
      text: {
        zh: '请稍后再试；一直如此，请告诉系统管理员（核对目录服务器、网络和 LDAP_URL）。急用时可到支部系统登录页用该系统的用户名和密码登录。',
        en: 'Try again in a while; if it persists, tell the system administrator (directory, network, LDAP_URL). Meanwhile user name and password of Zhibu work on its own sign-in page.',
      },
    };
    case 'untrusted': return {
      title: { zh: '与单位目录的加密连接未能建立', en: 'No encrypted connection to the directory' },
      text: {
        zh: '证书不可信、名称不符或目录未开启加密，密码没有发出。请告诉系统管理员：核对目录服务器的证书、LDAP_URL、LDAP_CA_FILE、LDAP_STARTTLS。',
        en: 'Its certificate is not trusted, is for another name, or it does not encrypt; no password was sent. Tell the system administrator: its certificate, LDAP_URL, LDAP_CA_FILE or LDAP_STARTTLS needs a look.',
      },
    };
    case 'accountRefused': return {
      title: { zh: '单位目录没有接受本入口的查询账号', en: 'The directory does not accept the account of this way in' },
      text: {
        zh: '请告诉系统管理员：核对 LDAP_BIND_DN 和 LDAP_BIND_SECRET_FILE，以及该账号是否过期或被锁定。',
        en: 'Tell the system administrator: LDAP_BIND_DN, LDAP_BIND_SECRET_FILE, or whether that account has expired or is locked.',
      },
    };
    case 'misconfigured': return {
      title: { zh: '单位目录不能这样查询', en: 'The directory cannot be searched like this' },
      text: {
        zh: '请告诉系统管理员：核对 LDAP_BASE、LDAP_FILTER 和查询账号的权限；目录不允许匿名查询的，须设置 LDAP_BIND_DN。',
        en: 'Tell the system administrator: LDAP_BASE, LDAP_FILTER or what the account may read needs a look; where nobody may search anonymously, LDAP_BIND_DN is set.',
      },
    };
    case 'claimMissing': return {
      title: { zh: '单位目录中没有您的警号', en: 'The directory does not say your number' },
      text: {
        zh: `您的条目中没有“${attribute}”。请告诉系统管理员：核对您在目录中的资料、查询账号的权限，以及本入口的 LDAP_NUMBER。`,
        en: `Your entry lacks "${attribute}". Tell the system administrator: your entry, what the account may read, or LDAP_NUMBER here needs a look.`,
      },
    };
    case 'claimStrange': return {
      title: { zh: '单位目录中的警号格式不符', en: 'What the directory says is no number of the roster' },
      text: {
        zh: `“${attribute}”应只有一个值，为 2 至 20 位数字、字母或短横线，与花名册中的警号完全一致。请告诉系统管理员：核对您在目录中的资料，以及本入口的 LDAP_NUMBER。`,
        en: `"${attribute}" should have one value of 2 to 20 digits, letters or hyphens, exactly the number of the roster. Tell the system administrator: your entry, or LDAP_NUMBER here, needs a look.`,
      },
    };
    default: return told(kind, attribute);
  }
}
