import {
  ApartmentOutlined, AppstoreOutlined, AudioOutlined, AuditOutlined, BarChartOutlined, BookOutlined, CalendarOutlined, CarryOutOutlined,
  CheckSquareOutlined, CrownOutlined, DashboardOutlined, ExceptionOutlined, FieldTimeOutlined, FileDoneOutlined, FileProtectOutlined,
  FileSearchOutlined, FlagOutlined, HeartOutlined, HeatMapOutlined, IdcardOutlined, ImportOutlined, LockOutlined, NotificationOutlined,
  OrderedListOutlined, PartitionOutlined, PauseCircleOutlined, ProfileOutlined, QuestionCircleOutlined, ReadOutlined, RiseOutlined, RocketOutlined,
  SafetyOutlined, ScheduleOutlined, SolutionOutlined, StarOutlined, TableOutlined, TagsOutlined, TeamOutlined, TrophyOutlined,
} from '@ant-design/icons';

const icons = {
  ApartmentOutlined, AppstoreOutlined, AudioOutlined, AuditOutlined, BarChartOutlined, BookOutlined, CalendarOutlined, CarryOutOutlined,
  CheckSquareOutlined, CrownOutlined, DashboardOutlined, ExceptionOutlined, FieldTimeOutlined, FileDoneOutlined, FileProtectOutlined,
  FileSearchOutlined, FlagOutlined, HeartOutlined, HeatMapOutlined, IdcardOutlined, ImportOutlined, LockOutlined, NotificationOutlined,
  OrderedListOutlined, PartitionOutlined, PauseCircleOutlined, ProfileOutlined, QuestionCircleOutlined, ReadOutlined, RiseOutlined, RocketOutlined,
  SafetyOutlined, ScheduleOutlined, SolutionOutlined, StarOutlined, TableOutlined, TagsOutlined, TeamOutlined, TrophyOutlined,
};
export type MenuIconName = keyof typeof icons;

/** The icons of the menu, fetched together: a phone shows none of them on its first screen. */
export function IconNamed({ name }: { readonly name: MenuIconName }) {
  const Icon = icons[name];
  return <Icon />;
}
