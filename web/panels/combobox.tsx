import { useId, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';

/** One line that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly name: string;
  /** Said after the name, quieter. */
  readonly note?: string;
  /** Choosing it goes on with the list: what comes in its place is where the reader was. */
  readonly stays?: true;
}
export interface ChoiceGroup {
  readonly label: string | null;
  readonly choices: readonly Choice[];
}

interface ComboboxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly title?: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly groups: readonly ChoiceGroup[];
  /** Shown instead of choices: nothing found, or still looking. */
  readonly note: string | null;
  readonly onChoose: (value: string) => void;
  /** Whether the list opens before anything is typed. */
  readonly eager?: boolean;
  /** The list is always there, below the field, and Escape is the caller's. */
  readonly inline?: { readonly onEscape: () => void };
  /** The focus left the field. */
  readonly onLeave?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}

/**
 * A text field with a list of choices under it, after the WAI-ARIA combobox pattern: the focus stays in the
 * field, arrow keys walk the list, Enter chooses, Escape closes. Mantine's own would bring a positioning library
 * of 25 kB that nothing else on the page needs.
 */
export function Combobox({ inputRef, ...props }: ComboboxProps) {
  const id = useId();
  const [opened, setOpened] = useState(false);
  const [at, setAt] = useState(0);
  const choices = props.groups.flatMap((group) => group.choices);
  const { inline } = props;
  const shown = inline !== undefined || (opened && (props.eager === true || props.text !== ''));
  const active = choices[Math.min(at, choices.length - 1)];
  const optionId = (choice: Choice): string => `${id}-${choice.value}`;
  const choose = (choice: Choice): void => {
    props.onChoose(choice.value);
    if (choice.stays) return;
    setOpened(false);
    setAt(0);
  };
  const walk = (step: number): void => {
    if (!shown) setOpened(true);
    else if (choices.length > 0) {
      const next = choices[(at + step + choices.length) % choices.length];
      setAt(next ? choices.indexOf(next) : 0);
      if (next) document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const keys: Record<string, () => void> = {
      ArrowDown: () => walk(1),
      ArrowUp: () => walk(-1),
      Enter: () => shown && active && choose(active),
      Escape: () => (inline ? inline.onEscape() : shown ? setOpened(false) : props.onText('')),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div className={inline ? 'combobox combobox-inline' : 'combobox'}>
      {props.before}
      <input
        ref={inputRef}
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={props.label}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={shown ? id : undefined}
        aria-activedescendant={shown && active ? optionId(active) : undefined}
        placeholder={props.placeholder}
        title={props.title}
        value={props.text}
        onChange={(event) => {
          props.onText(event.currentTarget.value);
          setOpened(true);
          setAt(0);
        }}
        onFocus={(event) => {
          setOpened(true);
          // What was typed before there was a field must not be typed over.
          const { value } = event.currentTarget;
          event.currentTarget.setSelectionRange(inline ? value.length : 0, value.length);
        }}
        onClick={() => setOpened(true)}
        onBlur={() => {
          setOpened(false);
          props.onLeave?.();
        }}
        onKeyDown={onKeyDown}
      />
      {props.after}
      {shown && (
        <div
          className="combobox-list"
          id={id}
          role="listbox"
          aria-label={props.label}
          // The field keeps the focus, so that its blur does not close the list under the pointer.
          onPointerDown={(event) => event.preventDefault()}
        >
          {props.groups.map(
            (group) =>
              group.choices.length > 0 && (
                <div key={group.label ?? ''} role="group" aria-label={group.label ?? props.label}>
                  {group.label !== null && <span className="combobox-group">{group.label}</span>}
                  {group.choices.map((choice) => (
                    <div
                      key={choice.value}
                      id={optionId(choice)}
                      role="option"
                      aria-selected={choice === active}
                      className={choice === active ? 'choice choice-active' : 'choice'}
                      onClick={() => choose(choice)}
                      onPointerMove={() => setAt(choices.indexOf(choice))}
                    >
                      {choice.name} {choice.note !== undefined && <span className="dim">{choice.note}</span>}
                    </div>
                  ))}
                </div>
              ),
          )}
          {props.note !== null && <p className="combobox-note">{props.note}</p>}
        </div>
      )}
    </div>
  );
}
