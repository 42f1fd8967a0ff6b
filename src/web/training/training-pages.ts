import { paths } from '#web/paths.ts';
import { aPerson, either, office } from '#web/shell/needs.ts';
import type { Page } from '#web/shell/page-table.ts';

/** Lecturers, courses and lectures. */
export const trainingPages: readonly Page[] = [
  {
    path: paths.lecturers(), title: { zh: '业务讲师', en: 'Lecturers' }, needs: either(aPerson, office),
    menu: { group: 'education', icon: 'AudioOutlined' },
    load: async () => (await import('#web/training/LecturersPage.tsx')).LecturersPage,
  },
  {
    path: paths.courses(), title: { zh: '系列课程', en: 'Courses' }, needs: either(aPerson, office),
    menu: { group: 'education', icon: 'ReadOutlined' },
    load: async () => (await import('#web/training/CoursesPage.tsx')).CoursesPage,
  },
  {
    path: paths.lectures(), title: { zh: '党课目录', en: 'Lectures' }, needs: either(aPerson, office),
    menu: { group: 'education', icon: 'NotificationOutlined' },
    load: async () => (await import('#web/training/LecturesPage.tsx')).LecturesPage,
  },
];
