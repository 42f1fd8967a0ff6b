import { defineTexts } from '#web/shell/language.tsx';

export const schemeTexts = defineTexts({
  zh: {
    title: '考核方案', text: '方案文本', hint: '在这里填写方案，或从样例开始修改', sample: '从样例开始', open: '打开文件', check: '检查', adopt: '启用', keep: '取消',
    replace: '现有文本将被替换，未保存的修改会丢失。', yesReplace: '替换',
    nothing: '尚未检查', nothingNext: '检查后在这里列出问题所在的行列，或者用文字念出每一条规则。检查不写入任何内容。',
    changed: '文本已改动，请重新检查。', faulty: (count: number) => `有 ${count} 处问题，改正后再检查`, sound: '没有问题，可以启用', warnings: (count: number) => `${count} 处提醒，不妨碍启用`,
    place: (line: number, column: number) => `第 ${line} 行第 ${column} 列`, cards: (count: number) => `方案内容，共 ${count} 条`,
    of: (label: string, version: number) => `${label} 第 ${version} 版`, document: (number: string) => `文号 ${number}`, noDocument: '未写文号',
    from: '施行日期', otherMonth: '施行日期以方案文本（takesEffect）为准；要改月份，请改文本后再检查。', sure: (month: string) => `自 ${month} 起施行，该日以后的活动记录和积分按此方案计算。启用后不能撤回，只能再启用新版本。`,
    mayNot: '启用方案由机关党委书记、专职副书记在全局办理，您可以查看和检查。',
    done: (version: number, month: string) => `第 ${version} 版已启用，自 ${month} 起施行。`,
    list: '已启用的版本', none: '尚未启用考核方案', noneNext: '启用前不能安排和记录活动。请从样例开始，改成本单位的方案，检查后启用。',
    current: '现行', coming: '待施行', past: '已被替代', version: '版本', state: '状态', since: '施行日期', contents: '内容', counts: (activities: number, rules: number) => `${activities} 类活动，${rules} 条计分规则`,
    by: '启用', byWhom: (name: string, day: string) => `${name}，${day}`, system: '系统', documentTitle: '文号', actions: '办理', show: '打开文本',
    unreadable: '文件不是 UTF-8 编码，请用记事本“另存为”，编码选 UTF-8。',
  },
  en: {
    title: 'Schemes', text: 'Text of the scheme', hint: 'Write the scheme here, or begin with the sample', sample: 'Begin with the sample', open: 'Open a file', check: 'Check', adopt: 'Adopt', keep: 'Cancel',
    replace: 'The text that is here will be replaced; changes not saved are lost.', yesReplace: 'Replace',
    nothing: 'Not checked yet', nothingNext: 'A check lists here each problem with its line and column, or reads every rule aloud. It writes nothing.',
    changed: 'The text has changed; check it again.', faulty: (count) => `${count} ${count === 1 ? 'problem' : 'problems'}; correct and check again`, sound: 'No problems; it can be adopted', warnings: (count) => `${count} ${count === 1 ? 'remark' : 'remarks'}, no hindrance`,
    place: (line, column) => `Line ${line}, column ${column}`, cards: (count) => `What it says, ${count} items`,
    of: (label, version) => `${label}, version ${version}`, document: (number) => `Document no. ${number}`, noDocument: 'no document number',
    from: 'In force from', otherMonth: 'The day is the one in the text (takesEffect); for another month change the text and check it again.', sure: (month) => `In force from ${month}: sessions and points from that day on are counted by it. It cannot be taken back, only followed by a new version.`,
    mayNot: 'A scheme is adopted by the secretary or the full-time deputy for the whole bureau. You may read and check.',
    done: (version, month) => `Version ${version} was adopted and is in force from ${month}.`,
    list: 'Versions adopted', none: 'No scheme has been adopted yet', noneNext: 'Until then sessions can be neither arranged nor recorded. Begin with the sample, make it your own, check and adopt it.',
    current: 'in force', coming: 'to come', past: 'replaced', version: 'Version', state: 'State', since: 'In force from', contents: 'Contents', counts: (activities, rules) => `${activities} activities, ${rules} points rules`,
    by: 'Adopted', byWhom: (name, day) => `${name}, ${day}`, system: 'the system', documentTitle: 'Document no.', actions: 'Actions', show: 'Open the text',
    unreadable: 'The file is not in UTF-8. Save it again with the encoding UTF-8.',
  },
});
