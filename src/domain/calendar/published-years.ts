import type { CalendarYear } from './working-days.ts';

/** A year as the General Office of the State Council published it, with the number of its notice. */
export interface PublishedYear extends CalendarYear {
  readonly document: string;
}

/** Offered for adoption, not in force by themselves: an office takes over what its own notice says. */
export const publishedYears: readonly PublishedYear[] = [
  {
    year: 2025, document: '国办发明电〔2024〕12号',
    holidays: [
      { names: ['newYear'], from: '2025-01-01', to: '2025-01-01' },
      { names: ['springFestival'], from: '2025-01-28', to: '2025-02-04' },
      { names: ['qingming'], from: '2025-04-04', to: '2025-04-06' },
      { names: ['labourDay'], from: '2025-05-01', to: '2025-05-05' },
      { names: ['dragonBoat'], from: '2025-05-31', to: '2025-06-02' },
      { names: ['nationalDay', 'midAutumn'], from: '2025-10-01', to: '2025-10-08' },
    ],
    workdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026, document: '国办发明电〔2025〕7号',
    holidays: [
      { names: ['newYear'], from: '2026-01-01', to: '2026-01-03' },
      { names: ['springFestival'], from: '2026-02-15', to: '2026-02-23' },
      { names: ['qingming'], from: '2026-04-04', to: '2026-04-06' },
      { names: ['labourDay'], from: '2026-05-01', to: '2026-05-05' },
      { names: ['dragonBoat'], from: '2026-06-19', to: '2026-06-21' },
      { names: ['midAutumn'], from: '2026-09-25', to: '2026-09-27' },
      { names: ['nationalDay'], from: '2026-10-01', to: '2026-10-07' },
    ],
    workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
];
