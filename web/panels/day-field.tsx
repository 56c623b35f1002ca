import { useEffect, useRef } from 'react';
import { isDay } from '../days.ts';

/** While a year is typed digit by digit, the field holds the years 0002, 0020 and 0202. */
const EARLIEST_DAY = '1900-01-01';

/** A day as a field; half a day changes nothing, and an emptied field takes the limit away. */
export function DayField(props: { label: string; value: string | null; set(day: string | null): void }) {
  const input = useRef<HTMLInputElement>(null);
  const shown = props.value ?? '';
  useEffect(() => {
    // What Back, the brush or a link put there; not while it says the same, or typing would lose its place.
    if (input.current && input.current.value !== shown) input.current.value = shown;
  }, [shown]);
  const take = (day: string): void => {
    if (day !== shown && isDay(day) && day >= EARLIEST_DAY) props.set(day);
  };
  return (
    <label className="day-field">
      <span>{props.label}</span>
      <input
        ref={input}
        type="date"
        defaultValue={shown}
        onChange={(event) => take(event.currentTarget.value)}
        onBlur={(event) => event.currentTarget.value === '' && shown !== '' && props.set(null)}
      />
    </label>
  );
}
