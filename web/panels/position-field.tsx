import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { parsePosition } from '../../shared/coordinates.ts';
import type { Position } from '../../shared/geo.ts';
import { useT } from '../i18n/index.ts';
import { keptPosition } from '../state-map-tools.ts';

/** Takes a position as it is typed: decimal degrees, minutes or seconds. */
export function PositionField(props: { label: string; action: string; take(position: Position): void }) {
  const t = useT();
  const id = useId();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className="position-field"
      onSubmit={(event) => {
        event.preventDefault();
        const found = parsePosition(text, t('unit.compass'));
        setWrong(found === null);
        if (!found) return;
        props.take(keptPosition(found));
        setText('');
      }}
    >
      <label className="filter-label" htmlFor={id}>
        {props.label}
      </label>
      <div className="tool-fields">
        <input
          id={id}
          className="text-field"
          value={text}
          placeholder={t('coordinates.example')}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setWrong(false);
          }}
        />
        <Button type="submit" variant="default" size="compact-sm" disabled={text.trim() === ''}>
          {props.action}
        </Button>
      </div>
      {wrong && (
        <p className="field-error" id={`${id}-wrong`} role="alert">
          {t('coordinates.wrong')}
        </p>
      )}
    </form>
  );
}
