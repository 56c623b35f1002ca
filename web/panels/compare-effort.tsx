import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useT } from '../i18n/index.ts';
import { MOST_EFFORT, type CompareView } from '../state-tools.ts';

const isEffort = (value: number): boolean => value > 0 && value <= MOST_EFFORT;
const numberOf = (text: string): number => (text.trim() === '' ? NaN : Number(text.replace(',', '.')));

const textsOf = ({ a, b }: CompareView) => ({ a: String(a.effort ?? ''), b: String(b.effort ?? '') });

/** What it took to look, on both sides or on neither; taken over once both are given. */
export function EffortFields({ compare, set }: { compare: CompareView; set(compare: CompareView): void }) {
  const t = useT();
  const { a, b } = compare;
  const known = a.effort !== null && b.effort !== null;
  const [shown, setShown] = useState(known);
  const [texts, setTexts] = useState(textsOf(compare));
  // What is half typed stays; what Back or a link put there replaces it.
  const [taken, setTaken] = useState({ a: a.effort, b: b.effort });
  if (taken.a !== a.effort || taken.b !== b.effort) {
    setTaken({ a: a.effort, b: b.effort });
    setTexts(textsOf(compare));
  }
  const take = (name: 'a' | 'b', text: string): void => {
    const next = { ...texts, [name]: text };
    setTexts(next);
    const [first, second] = [numberOf(next.a), numberOf(next.b)];
    const whole = isEffort(first) && isEffort(second);
    if (!whole && !known) return;
    const efforts = { a: whole ? first : null, b: whole ? second : null };
    setTaken(efforts);
    set({ ...compare, a: { ...a, effort: efforts.a }, b: { ...b, effort: efforts.b } });
  };
  const wrong = (['a', 'b'] as const).some(
    (name) => texts[name].trim() !== '' && !isEffort(numberOf(texts[name])),
  );
  const half = !wrong && (texts.a.trim() === '') !== (texts.b.trim() === '');
  return (
    <div>
      <button
        type="button"
        className="fold fold-small"
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
      >
        {t('compare.effort')}
        <IconChevronDown size={14} className={shown ? 'turned' : undefined} aria-hidden="true" />
      </button>
      {shown && (
        <div className="compare-effort">
          <p className="filter-note">{t('compare.effortNote')}</p>
          <div className="compare-sides">
            {(['a', 'b'] as const).map((name) => (
              <label key={name} className="day-field">
                <span>{t(`compare.side.${name}`)}</span>
                <input
                  inputMode="decimal"
                  autoComplete="off"
                  aria-invalid={texts[name].trim() !== '' && !isEffort(numberOf(texts[name]))}
                  value={texts[name]}
                  onChange={(event) => take(name, event.currentTarget.value)}
                />
              </label>
            ))}
          </div>
          {(wrong || half) && (
            <p className="field-error" role="alert">
              {t(wrong ? 'compare.effortWrong' : 'compare.effortHalf')}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
