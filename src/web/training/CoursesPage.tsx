import { Select } from 'antd';
import { type BranchCourse, type CourseList, listCourses } from '#domain/training/course-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { trainingTexts } from './training-texts.ts';
import '#web/ui/room.css';
import './training.css';

const texts = defineTexts({
  zh: {
    title: '系列课程', register: '课程登记簿', about: (lessons: number, from: string, until: string | null) => `共 ${lessons} 讲，${from} 起${until === null ? '' : `，至 ${until}`}。`,
    hint: '按活动记录里选的讲次统计到支部；不登记观看时长和点击，不统计到个人，不排名。', course: '课程', covered: '已学讲次', left: '未学讲次', last: '最近一次', of: (done: number, all: number) => `${done}/${all}`,
    open: (name: string, done: number, all: number) => `${name}已学 ${done} 讲，共 ${all} 讲`, lesson: (at: number) => `第 ${at} 讲`, missing: '还没有学', and: '、', all: '各讲都已学过。',
    none: '还没有系列课程', next: '由党务办在登记簿里公布课程名称、讲数和起止日期。', noRegister: '本单位的考核方案没有设课程登记簿。', noRegisterNext: '由党务办在考核方案中增加后，即可在此使用。', noBranch: '没有可查看的党支部',
  },
  en: {
    title: 'Courses', register: 'Register of courses', about: (lessons, from, until) => `${lessons} lessons, from ${from}${until === null ? '' : ` to ${until}`}. `,
    hint: 'Counted for branches from the lessons that records of sessions name. No viewing time, no clicks, nothing of single persons, no rank.', course: 'Course', covered: 'Lessons studied', left: 'Lessons left', last: 'Last session', of: (done, all) => `${done}/${all}`,
    open: (name, done, all) => `${name}: ${done} of ${all} lessons`, lesson: (at) => `Lesson ${at}`, missing: 'Not studied yet', and: ', ', all: 'Every lesson has been studied.',
    none: 'No courses yet', next: 'The Party office announces a course with its lessons and dates in the register.', noRegister: 'The scheme of this bureau keeps no register of courses.', noRegisterNext: 'Once the office adds one to the scheme, it opens here.', noBranch: 'No branch that you may see',
  },
});

/** 系列课程 (S0-05): how far each branch has come in a course, with the sessions behind. */
export function CoursesPage() {
  const t = useTexts(texts);
  const [asked, ask] = useAddress({ course: '', branch: '' });
  const list = useCall(listCourses, asked.course === '' ? {} : { course: asked.course }, { keep: true });
  if (list.error) return <PageFault refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  if (!list.data) return <PageSkeleton />;
  const { data } = list;
  const course = data.courses.find((it) => it.course === data.shown);
  const opened = data.branches.find(({ organisation }) => organisation.id === asked.branch);
  return (
    <>
      <PageHeader
        title={t.title}
        beside={data.courses.length < 2 ? course?.title : (
          <Select className="training-course" aria-label={t.course} value={data.shown} onChange={(chosen) => ask({ course: chosen ?? '', branch: '' })} options={data.courses.map((it) => ({ value: it.course, label: `${it.title} ${it.from.slice(0, 4)}` }))} />
        )}
        actions={data.register ? <PathLink to={paths.registers()} search={{ register: data.register }} className="link-button">{t.register}</PathLink> : undefined}
      />
      {course ? <><p className="room-hint">{t.about(course.lessons, course.from, course.until)}{t.hint}</p><Branches data={data} course={course} /></>
        : <EmptyState {...(data.register === null ? { title: t.noRegister, next: t.noRegisterNext } : { title: t.none, next: t.next })} />}
      <SideForm title={course && opened ? t.open(opened.organisation.name, opened.lessons.length, course.lessons) : ''} open={opened !== undefined} onClose={() => ask({ branch: '' })}>
        {course && opened ? <Lessons branch={opened} of={course.lessons} /> : null}
      </SideForm>
    </>
  );
}

type Course = CourseList['courses'][number];

function Branches({ data, course }: { readonly data: CourseList; readonly course: Course }) {
  const t = useTexts(texts);
  const words = useTexts(trainingTexts);
  const [view, setView] = useTableView();
  const lastOf = ({ lessons }: BranchCourse): string => lessons.flatMap(({ sessions }) => sessions.map(({ day }) => day)).toSorted().at(-1) ?? '';
  const columns: readonly [Column<BranchCourse>, ...Column<BranchCourse>[]] = [
    { key: 'branch', title: words.branch, text: (row) => row.organisation.name },
    {
      key: 'covered', title: t.covered, figures: true, text: (row) => t.of(row.lessons.length, course.lessons),
      cell: (row) => <CountLink to={paths.courses()} search={{ course: course.course, branch: row.organisation.id }} value={row.lessons.length} label={t.open(row.organisation.name, row.lessons.length, course.lessons)}>{t.of(row.lessons.length, course.lessons)}</CountLink>,
    },
    { key: 'last', title: t.last, text: lastOf, cell: (row) => <span className="date-text">{lastOf(row)}</span> },
  ];
  return <DataTable name="courses" title={course.title} rows={data.branches} rowKey={(row) => row.organisation.id} columns={columns} view={view} onView={setView} asked={[t.about(course.lessons, course.from, course.until).trim()]} empty={{ title: t.noBranch }} />;
}

/** Each lesson with the sessions that took it up, and those that none did. */
function Lessons({ branch, of }: { readonly branch: BranchCourse; readonly of: number }) {
  const t = useTexts(texts);
  const left = Array.from({ length: of }, (_, at) => at + 1).filter((at) => !branch.lessons.some(({ lesson }) => lesson === at));
  return (
    <div className="drawer-form">
      <ul className="room-lines">
        {branch.lessons.map(({ lesson, sessions }) => (
          <li key={lesson}>{t.lesson(lesson)} <span className="room-links">{sessions.map(({ session, day }) => <PathLink key={session} to={paths.session(session)} className="date-text">{day}</PathLink>)}</span></li>
        ))}
      </ul>
      <section><h3>{t.missing}</h3><p className="room-hint">{left.length === 0 ? t.all : spans(left).join(t.and)}</p></section>
    </div>
  );
}

/** 1, 2, 3, 7 as 1–3, 7. */
function spans(numbers: readonly number[]): string[] {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
}
