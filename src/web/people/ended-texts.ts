import { defineTexts } from '#web/shell/language.tsx';

/** What a change of membership ended besides. */
export const endedTexts = defineTexts({
  zh: { ended: (posts: number, teams: number) => [posts > 0 ? `免去原支部职务 ${posts} 项。` : '', teams > 0 ? `调出原支部班组 ${teams} 个。` : ''].join('') },
  en: { ended: (posts, teams) => [posts > 0 ? ` ${posts} posts of the old branch have ended.` : '', teams > 0 ? ` ${teams} places in shift teams have ended.` : ''].join('') },
});
