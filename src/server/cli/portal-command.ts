import { inLanguage, type Words } from '#domain/words/words.ts';
import { systemClock } from '#server/platform/clock.ts';
import { listening } from '#server/platform/listening.ts';
import { openLog } from '#server/platform/server-log.ts';
import { StartRefusal } from '#server/platform/start-refusal.ts';
import { openPortal } from '#server/portal/portal.ts';
import { PortalFault, reasonOf } from '#server/portal/portal-fault.ts';
import { portalSettings, type PortalSettings } from '#server/portal/portal-settings.ts';
import { callbackOf } from '#server/portal/provider-way.ts';
import type { Options } from './options.ts';
import { failUsage, type ExitCode, type Terminal } from './terminal.ts';

const says = {
  nothingMore: { zh: 'portal 后面不写其他内容，设置写在环境变量中，见 docs/operations.zh-CN.md。', en: 'Nothing stands after portal; it is set by the environment, see docs/operations.md.' },
  newKey: (file: string): Words => ({ zh: `已生成票据签名密钥，公钥在 ${file}：`, en: `A key for signing tickets was made; its public half is in ${file}:` }),
  unreachable: (issuer: string, reason: string): Words => ({
    zh: `现在连不上统一身份认证 ${issuer}（${reason}）。本程序照常运行，有人登录时再试。请核对 OIDC_ISSUER、网络；使用内部签发机构的证书时设置 NODE_EXTRA_CA_CERTS。`,
    en: `The provider ${issuer} cannot be reached now (${reason}). The portal goes on and tries again when somebody signs in. Check OIDC_ISSUER and the network; where an inner authority signed its certificate, set NODE_EXTRA_CA_CERTS.`,
  }),
  unfit: (issuer: string, reason: string): Words => ({
    zh: `${issuer} 的自我描述（/.well-known/openid-configuration）不能用（${reason}）。请核对 OIDC_ISSUER：须与其中的 issuer 完全一致。`,
    en: `What ${issuer} says of itself (/.well-known/openid-configuration) does not do (${reason}). Check OIDC_ISSUER: it must be the issuer that stands there, letter by letter.`,
  }),
  directoryAway: (url: string, reason: string): Words => ({
    zh: `现在连不上单位目录 ${url}（${reason}）。本程序照常运行，有人登录时再试。请核对 LDAP_URL、网络。`,
    en: `The directory ${url} cannot be reached now (${reason}). The portal goes on and tries again when somebody signs in. Check LDAP_URL and the network.`,
  }),
  standing: ({ listen, key, goal, directory }: PortalSettings): Words => ({
    zh: `统一身份认证入口 ${listen.url}/
  ${directory ? `用目录 ${directory.url.href} 的用户名和密码登录` : `在统一身份认证中登记的回调地址：${callbackOf(listen.url)}`}
  支部系统（${goal.audience}）一端的设置：TICKET_PORTAL=${listen.url}/ TICKET_KEY_FILE=由 ${key.publicFile} 复制的文件`,
    en: `Single sign-on ${listen.url}/
  ${directory ? `by name and password of the directory ${directory.url.href}` : `redirect address to be registered at the provider: ${callbackOf(listen.url)}`}
  settings of Zhibu (${goal.audience}): TICKET_PORTAL=${listen.url}/ TICKET_KEY_FILE=a copy of ${key.publicFile}`,
  }),
} as const;

/** `portal`: lets people of the bureau's provider of identities into Zhibu, until it is ended. */
export async function portalCommand({ files, language }: Options, terminal: Terminal): Promise<ExitCode> {
  if (files.length > 0) return failUsage(terminal, says.nothingMore, language);
  const say = (words: Words): void => terminal.out(`${inLanguage(words, language)}\n`);
  const settings = portalSettings(terminal.env);
  const { key, listen } = settings;
  const portal = openPortal(settings, openLog(terminal.env), systemClock);
  if (key.isNew) say({ zh: `${says.newKey(key.publicFile).zh}\n${key.publicPem}`, en: `${says.newKey(key.publicFile).en}\n${key.publicPem}` });
  await portal.way.examine().catch((fault: unknown) => {
    const words = beforehand(portal, settings, fault);
    if (!(fault instanceof PortalFault && fault.kind === 'unreachable')) throw new StartRefusal(words, fault);
    terminal.error(`${inLanguage(words, language)}\n`);
  });
  const server = await listening(portal.answer, listen);
  say(says.standing(settings));
  await new Promise<void>((done) => {
    const end = (): void => void server.close(() => done());
    process.once('SIGINT', end).once('SIGTERM', end);
  });
  return 0;
}

/** What the first look at a provider or a directory says to whoever starts the portal. */
function beforehand({ way }: ReturnType<typeof openPortal>, { provider, directory }: PortalSettings, fault: unknown): Words {
  const kind = fault instanceof PortalFault ? fault.kind : 'broken';
  const reason = reasonOf(fault instanceof Error ? fault.cause : fault);
  if (provider) return (kind === 'unreachable' ? says.unreachable : says.unfit)(provider.issuer.href, reason);
  const { title, text } = way.told(kind);
  return kind === 'unreachable' ? says.directoryAway(directory.url.href, reason) : { zh: `${title.zh}（${reason}）。${text.zh}`, en: `${title.en} (${reason}). ${text.en}` };
}
