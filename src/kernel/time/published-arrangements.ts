import { z } from 'zod'
import { Arrangement } from './arrangement.ts'
import year2014 from '../../../data/calendar/2014.json' with { type: 'json' }
import year2015 from '../../../data/calendar/2015.json' with { type: 'json' }
import year2016 from '../../../data/calendar/2016.json' with { type: 'json' }
import year2017 from '../../../data/calendar/2017.json' with { type: 'json' }
import year2018 from '../../../data/calendar/2018.json' with { type: 'json' }
import year2019 from '../../../data/calendar/2019.json' with { type: 'json' }
import year2020 from '../../../data/calendar/2020.json' with { type: 'json' }
import year2021 from '../../../data/calendar/2021.json' with { type: 'json' }
import year2022 from '../../../data/calendar/2022.json' with { type: 'json' }
import year2023 from '../../../data/calendar/2023.json' with { type: 'json' }
import year2024 from '../../../data/calendar/2024.json' with { type: 'json' }
import year2025 from '../../../data/calendar/2025.json' with { type: 'json' }
import year2026 from '../../../data/calendar/2026.json' with { type: 'json' }

/** The arrangements that ship with the program, 2014 to 2026, oldest first. Later ones are published by the office as data. */
export const publishedArrangements: readonly Arrangement[] = z
  .array(Arrangement)
  .parse([year2014, year2015, year2016, year2017, year2018, year2019, year2020, year2021, year2022, year2023, year2024, year2025, year2026])
