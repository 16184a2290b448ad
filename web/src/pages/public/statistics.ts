// GET /statistics: the scheme's figures as known now or on a day (`?as_known=`). Whole numbers; tonnes are t-CO2.
export interface StatisticsLine {
  key: string;
  projects: number;
  certifications: number;
  certified_t: number;
}
export interface UseLine {
  end_use: string;
  purpose: string;
  uses: number;
  tonnes: number;
}
export interface Statistics {
  as_known: string;
  total: StatisticsLine;
  withdrawn: number;
  never_certified: number;
  by_type: StatisticsLine[];
  by_methodology: StatisticsLine[];
  by_sector: StatisticsLine[];
  by_prefecture: StatisticsLine[];
  by_vintage: StatisticsLine[];
  by_year: StatisticsLine[];
  cumulative: StatisticsLine[];
  uses: UseLine[];
  units_t: number;
  held_t: number;
  used_t: number;
  target_t: number;
  target_year: number | string;
  left_t: number;
  needed_t_per_year: string;
}
