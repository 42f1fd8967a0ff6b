import type { Words } from '#domain/words/words.ts';
import type { Draft } from './record-draft.ts';

/** What is still to be filled in before a record can be sent at all, in the order of the page. */
export function wanting({ activities, sittings, topic, resolutions }: Draft): Words[] {
  const whole = sittings.length > 0 && sittings.every(({ day, from, to }) => day !== '' && from !== '' && to !== '');
  return [
    ...(activities.length > 0 ? [] : [{ zh: '活动类型', en: 'the kind of activity' }]),
    ...(topic.trim() === '' ? [{ zh: '主题', en: 'the topic' }] : []),
    ...(whole ? [] : [{ zh: '时间', en: 'the time' }]),
    ...(resolutions.some(({ text, vote }) => vote !== null && text.trim() === '') ? [{ zh: '决议内容', en: 'what was resolved' }] : []),
  ];
}
