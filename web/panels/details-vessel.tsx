import type { VesselDetail } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { countryWords, instantWords, number } from '../words.ts';
import { useDataSetTitle } from './names.ts';
import { CertaintyChip, Facts, PlaceLink, Section, SyntheticPill, type Open } from './parts.tsx';

/** A vessel: what it is known by, and where it called last. */
export function VesselDetails({ vessel, open }: { vessel: VesselDetail; open: Open }) {
  const t = useT();
  const titleOf = useDataSetTitle();
  const { calls, callsTotal } = vessel;
  const fact = (label: string, value: string | null) => (value === null ? null : ([label, value] as const));
  return (
    <>
      <h2>{vessel.name ?? vessel.mmsi ?? vessel.id}</h2>
      {vessel.synthetic && (
        <p className="pills">
          <SyntheticPill />
        </p>
      )}
      <Facts
        rows={[
          fact('MMSI', vessel.mmsi),
          fact('IMO', vessel.imo),
          fact(t('vessel.callSign'), vessel.callSign),
          fact(t('vessel.flag'), vessel.flag === null ? null : countryWords(t, vessel.flag)),
          fact(
            t('vessel.length'),
            vessel.lengthMetres === null ? null : t('vessel.metres', { value: number(vessel.lengthMetres) }),
          ),
          fact(
            t('details.period'),
            t('words.dayToDay', {
              from: instantWords(vessel.firstSeenAt),
              to: instantWords(vessel.lastSeenAt),
            }),
          ),
          fact(t('details.dataSet'), titleOf(vessel.dataSet)),
        ]}
      />
      <Section
        title={t('vessel.calls')}
        aside={
          <span className="dim">
            {t('details.evidenceOf', { shown: number(calls.length), total: number(callsTotal) })}
          </span>
        }
      >
        {calls.length === 0 ? (
          <p className="dim">{t('vessel.noCalls')}</p>
        ) : (
          <>
            <p className="dim">{t('vessel.drawn')}</p>
            <ul className="plain-list vessel-calls">
              {calls.map(({ place, arrivedAt, departedAt, certainty }) => (
                <li key={`${place.id} ${arrivedAt}`}>
                  <span className="pills">
                    <PlaceLink place={place} open={open} />
                    {certainty !== 'observed' && <CertaintyChip certainty={certainty} />}
                  </span>
                  <span className="dim">
                    {arrivedAt.slice(0, 10) === departedAt.slice(0, 10)
                      ? instantWords(arrivedAt)
                      : t('words.dayToDay', {
                          from: instantWords(arrivedAt),
                          to: instantWords(departedAt),
                        })}
                    {' · '}
                    {t('vessel.stayed', { value: hoursIn(arrivedAt, departedAt) })}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
    </>
  );
}

/** Hours in port, to the tenth below ten: a call of two hours is one that a three-hour rule misses. */
function hoursIn(arrivedAt: string, departedAt: string): string {
  const hours = (Date.parse(departedAt) - Date.parse(arrivedAt)) / 3_600_000;
  return number(hours, hours < 10 ? 1 : 0);
}
