import type { SeizureDetail } from '../../shared/api.ts';
import { MEANS_OF_TRANSPORT } from '../../shared/vocabulary.ts';
import { useT, type Translate } from '../i18n/index.ts';
import {
  countryWords,
  dateWords,
  goodsWords,
  massWords,
  number,
  positionWords,
  quantityWords,
  uncertaintyWords,
} from '../words.ts';
import { reasonWords } from '../words-reason.ts';
import { useCountryName, useDataSetTitle, useRouteName } from './names.ts';
import { Icon } from './icon.tsx';
import { CertaintyChip, Facts, PlaceLink, Section, SourceLinks, SyntheticPill, type Open } from './parts.tsx';

function Lines({ lines }: { lines: SeizureDetail['lines'] }) {
  const t = useT();
  return (
    <ul className="plain-list">
      {lines.map((line) => (
        <li key={line.lineNo}>
          <strong>
            <Icon name={line.commodity} /> {t(`commodity.${line.commodity}`)}
          </strong>
          <span>{line.quantityAsReported === '' ? t('words.notStated') : line.quantityAsReported}</span>
          {line.quantity !== null && (
            <span className="dim">
              {t('details.normalised', { value: quantityWords(t, line.quantity, line.unit) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Reason({ kept }: { kept: string }) {
  const { words, rest } = reasonWords(useT(), kept);
  return (
    <span className="dim">
      {words}
      {rest !== '' && <span lang="en">{words === '' ? rest : `; ${rest}`}</span>}
    </span>
  );
}

function Path({ seizure, open }: { seizure: SeizureDetail; open: Open }) {
  const points = seizure.routePoints;
  const t = useT();
  if (points.length === 0) return <p className="dim">{t('details.noPath')}</p>;
  return (
    <ol className="stops">
      {points.map((point, at) => (
        <li key={at}>
          <span className="stop-mark" aria-hidden="true">
            {at + 1}
          </span>
          <div>
            <span className="stop-role">{t(`role.${point.role}`)}</span>
            {point.place ? <PlaceLink place={point.place} open={open} /> : <span>{point.text}</span>}
            <span className="stop-step">
              <CertaintyChip certainty={point.certainty} />
            </span>
            {point.place && point.place.name !== point.text && (
              <span className="dim">{`“${point.text}”`}</span>
            )}
            {!point.place && !(point.role === 'seizure' && seizure.position) && (
              <span className="dim">{t('details.notPlaced')}</span>
            )}
            {point.reason !== null && <Reason kept={point.reason} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

const transportOf = (t: Translate, seizure: SeizureDetail): string => {
  const known = MEANS_OF_TRANSPORT.find((one) => one === seizure.transport) ?? 'unknown';
  return seizure.transportAsReported === '' ? t(`transport.${known}`) : seizure.transportAsReported;
};

const confidence = (t: Translate, level: SeizureDetail['confidence']): string =>
  ({
    high: t('details.confidenceHigh'),
    medium: t('details.confidenceMedium'),
    low: t('details.confidenceLow'),
  })[level];

const vessel = (t: Translate, seizure: SeizureDetail): string => {
  const { vesselName, vesselFlag } = seizure;
  if (vesselName === null && vesselFlag === null) return t('words.notStated');
  const name = vesselName ?? t('words.notStated');
  if (vesselFlag === null) return name;
  const flag = /^[A-Z]{2}$/.test(vesselFlag) ? countryWords(t, vesselFlag) : vesselFlag;
  return t('details.vesselFlag', { name, flag });
};

function SourceOf({ source }: { source: SeizureDetail['source'] }) {
  const t = useT();
  return (
    <Section title={t('details.sourceOf')}>
      <p>{source.title}</p>
      <p className="dim">{[source.publisher, source.date].filter((part) => part !== '').join(', ')}</p>
      <SourceLinks text={source.url} />
    </Section>
  );
}

function RoutesOf({ seizure, open }: { seizure: SeizureDetail; open: Open }) {
  const t = useT();
  const routeName = useRouteName(seizure.routePoints.flatMap(({ place }) => place ?? []));
  return (
    <Section title={t('details.routesOf')}>
      {seizure.routeIds.length === 0 ? (
        <p className="dim">{t('details.noRoutesOf')}</p>
      ) : (
        <ul className="plain-list">
          {seizure.routeIds.map((id) => (
            <li key={id}>
              <button type="button" className="link" onClick={() => open({ kind: 'route', id })}>
                {routeName(id)}
              </button>
              <span className="dim">
                {id.startsWith('port:') ? t('filters.levelPort') : t('filters.levelTerritory')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** One case, as its source has it; what the source does not say is said to be so. */
export function SeizureDetails({ seizure, open }: { seizure: SeizureDetail; open: Open }) {
  const t = useT();
  const dataSet = useDataSetTitle();
  const country = useCountryName();
  return (
    <>
      <h2>
        {goodsWords(t, seizure.commodities)}
        {seizure.massKg !== null && `, ${massWords(t, seizure.massKg)}`}
      </h2>
      <p className="pills">
        <span className="pill">{t('details.record', { id: seizure.recordId })}</span>
        <span className="pill">{dataSet(seizure.dataSet)}</span>
        {seizure.synthetic && <SyntheticPill />}
      </p>
      <Facts
        rows={[
          [t('details.date'), dateWords(t, seizure)],
          [t('details.place'), seizure.placeText],
          [t('details.country'), country(seizure.country)],
          [
            t('details.uncertainty'),
            seizure.position === null ? (
              t('words.noPosition')
            ) : (
              <span key="position">
                {positionWords(seizure.position)}
                {seizure.atSea ? `, ${t('details.atSea')}` : ''}
                <br />
                <span className="dim">
                  {uncertaintyWords(t, seizure.uncertaintyKm, seizure.locationPrecision)}
                </span>
              </span>
            ),
          ],
        ]}
      />
      <Section title={t('details.lines')}>
        <Lines lines={seizure.lines} />
      </Section>
      <Section title={t('details.path')}>
        <Path seizure={seizure} open={open} />
        {seizure.openEnd !== null && (
          <p className="dim">
            {t(`details.openEnd.${seizure.openEnd.unknown}`, { place: seizure.openEnd.placeName })}
          </p>
        )}
      </Section>
      <Facts
        rows={[
          [t('details.transport'), transportOf(t, seizure)],
          [t('details.vessel'), vessel(t, seizure)],
          [t('details.concealment'), seizure.concealment ?? t('words.notStated')],
          [
            t('details.agencies'),
            seizure.agencies.length === 0 ? t('words.notStated') : seizure.agencies.join(', '),
          ],
          [t('details.arrests'), seizure.arrests === null ? t('words.notStated') : number(seizure.arrests)],
          [t('details.operation'), seizure.operation ?? t('words.notStated')],
          [t('details.confidence'), confidence(t, seizure.confidence)],
        ]}
      />
      <RoutesOf seizure={seizure} open={open} />
      <SourceOf source={seizure.source} />
      {seizure.notes !== '' && (
        <Section title={t('details.notes')}>
          <p className="notes">{seizure.notes}</p>
        </Section>
      )}
    </>
  );
}
