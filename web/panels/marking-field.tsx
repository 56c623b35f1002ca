import type { ReactNode } from 'react';
import { MARKINGS, type Marking } from '../../shared/vocabulary.ts';
import { useT } from '../i18n/index.ts';
import { Tlp } from './tlp.tsx';

/** Chooses a marking, in the order from all to one, and says who that is. */
export function MarkingField(props: {
  /** Of the group of radio buttons, and its class. */
  name: string;
  legend: ReactNode;
  marking: Marking;
  choose(marking: Marking): void;
  note: string;
}) {
  const t = useT();
  return (
    <fieldset className={props.name}>
      {props.legend}
      <div className="export-markings">
        {MARKINGS.map((marking) => (
          <label key={marking} className="export-marking">
            <input
              type="radio"
              name={props.name}
              checked={marking === props.marking}
              onChange={() => props.choose(marking)}
            />
            <Tlp marking={marking} />
          </label>
        ))}
      </div>
      <p className="export-note">
        <span className="strong">{t(`export.tlp.${props.marking}`)}.</span> {props.note}
      </p>
    </fieldset>
  );
}
