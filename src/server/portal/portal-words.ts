import type { Words } from '#domain/words/words.ts';
import { BEGUN_SECONDS } from './begun.ts';
import type { PortalFaultKind } from './portal-fault.ts';
import type { Told } from './way.ts';

const MINUTES = BEGUN_SECONDS / 60;

/** What happened and what helps, for whoever stands before the door. @param claim the name of the one that says the number. */
export function told(kind: PortalFaultKind, claim: string): Told {
  switch (kind) {
    case 'cancelled': return {
      title: { zh: '登录已取消', en: 'Sign-in was cancelled' },
      text: { zh: '您在统一身份认证中取消了登录，没有进入系统。需要进入时请重新开始。', en: 'You said no at the single sign-on, so you are not signed in. Begin again when you want to.' },
    };
    case 'lost': return {
      title: { zh: '本次登录已失效', en: 'This sign-in is no longer good' },
      text: {
        zh: `登录须在同一个浏览器中一次完成，${MINUTES} 分钟内有效；后退、刷新或同时打开几个登录页都会使它失效。请重新开始。`,
        en: `A sign-in is finished in one go in one browser, within ${MINUTES} minutes; going back, reloading or a second one in another tab ends it. Begin again.`,
      },
    };
    case 'unreachable': return {
      title: { zh: '统一身份认证暂时无法访问', en: 'The single sign-on cannot be reached' },
      text: {
        zh: '请稍后重新开始；一直如此，请告诉系统管理员。急用时可到支部系统登录页用用户名和密码登录。',
        en: 'Begin again in a while; if it persists, tell the system administrator. Meanwhile user name and password work on the sign-in page of Zhibu.',
      },
    };
    case 'misconfigured': return {
      title: { zh: '统一身份认证没有接受本入口', en: 'The single sign-on does not accept this way in' },
      text: {
        zh: '请告诉系统管理员：签发者地址、客户端编号、客户端密钥、回调地址或范围与统一身份认证中登记的不一致。',
        en: 'Tell the system administrator: issuer, client id, client secret, redirect address or scope are not as they are registered at the single sign-on.',
      },
    };
    case 'unproven': return {
      title: { zh: '统一身份认证的答复未通过核验', en: 'The answer of the single sign-on is not proven' },
      text: {
        zh: '签名、签发者、对象、时间或一次性标识不符，没有放行。请重新开始；仍不行，请告诉系统管理员（常见原因：两台机器的时钟不一致）。',
        en: 'Its signature, issuer, audience, time or nonce is not right, so nobody was let in. Begin again; if it persists, tell the system administrator (often the clocks of the two machines differ).',
      },
    };
    case 'claimMissing': return {
      title: { zh: '统一身份认证没有给出您的警号', en: 'The single sign-on does not say your number' },
      text: {
        zh: `答复中没有“${claim}”这一项。请告诉系统管理员：核对您在统一身份认证中的资料，以及本入口的 OIDC_CLAIM、OIDC_SCOPE。`,
        en: `Its answer lacks "${claim}". Tell the system administrator: your entry at the single sign-on, or OIDC_CLAIM and OIDC_SCOPE here, need a look.`,
      },
    };
    case 'claimStrange': return {
      title: { zh: '统一身份认证给出的警号格式不符', en: 'What the single sign-on says is no number of the roster' },
      text: {
        zh: `“${claim}”应为 2 至 20 位数字、字母或短横线的文字，与花名册中的警号完全一致。请告诉系统管理员：核对您在统一身份认证中的资料，以及本入口的 OIDC_CLAIM。`,
        en: `"${claim}" should be a text of 2 to 20 digits, letters or hyphens, exactly the number of the roster. Tell the system administrator: your entry at the single sign-on, or OIDC_CLAIM here, needs a look.`,
      },
    };
    default: return {
      title: { zh: '出了意外错误', en: 'Something went wrong' },
      text: { zh: '没有放行。请重新开始；仍不行，请把下面的编号告诉系统管理员。', en: 'Nobody was let in. Begin again; if it persists, tell the system administrator the number below.' },
    };
  }
}

export const pageWords = {
  system: { zh: '支部 · 统一身份认证入口', en: 'Zhibu · single sign-on' },
  again: { zh: '重新开始登录', en: 'Begin again' },
  password: { zh: '用支部系统的用户名和密码登录', en: 'Sign in with user name and password of Zhibu' },
  number: (id: string): Words => ({ zh: `编号 ${id}`, en: `Number ${id}` }),
  nothingHere: { zh: '没有这个页面', en: 'There is no such page' },
  startsHere: { zh: '请从登录入口开始。', en: 'Begin at the way in.' },
} as const;
