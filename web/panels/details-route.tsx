import { Button } from '@mantine/core';
import type { EdgeDetail, PlaceRef, RouteDetail } from '../../shared/api.ts';
import { useT } from '../i18n/index.ts';
import { distanceWords, number, spanWords } from '../words.ts';
import { Rank, RecursWhy, Support } from './details-support.tsx';
import { Surprise } from './details-surprise.tsx';
import { EvidenceList } from './evidence.tsx';
import { useCountryName } from './names.ts';
import {
  CertaintyChip,
  Facts,
  Figures,
  PlaceLink,
  RecursPill,
  Section,
  SyntheticPill,
  type Open,
} from './parts.tsx';

/** Whether an event's place is a route's stop; a stop that is a country or territory holds its ports. */
const isAt = (place: PlaceRef | undefined, stop: PlaceRef | undefined): boolean =>
  place !== undefined && stop !== undefined && (place.id === stop.id || place.country === stop.id);

/** How sure each step of a route is: the best certainty that any of its evidence gives that step. */
function stepCertainties(route: RouteDetail): (RouteDetail['certainty'] | undefined)[] {
  const order = ['observed', 'stated', 'inferred', 'assumed'] as const;
  return route.places.slice(1).map((to, at) => {
    const from = route.places[at];
    const seen = route.evidence.flatMap((event) =>
      event.certainties.filter(
        (_, step) => isAt(event.places[step], from) && isAt(event.places[step + 1], to),
      ),
    );
    return order.find((certainty) => seen.includes(certainty));
  });
}

function Stops({ route, open }: { route: RouteDetail; open: Open }) {
  const t = useT();
  const country = useCountryName();
  const steps = stepCertainties(route);
  return (
    <ol className="stops">
      {route.places.map((place, at) => {
        const step = steps[at];
        return (
          <li key={`${place.id}-${at}`}>
            <span className="stop-mark" aria-hidden="true">
              {at + 1}
            </span>
            <div>
              <PlaceLink place={place} open={open} />
              <span className="dim">
                {t(`placeKind.${place.kind}`)}
                {place.country !== null && place.kind !== 'country' ? `, ${country(place.country)}` : ''}
              </span>
              {step && (
                <span className="stop-step">
                  <CertaintyChip certainty={step} />
                </span>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

interface MoreProps {
  readonly more: () => void;
}

function EvidenceSection(props: { detail: RouteDetail | EdgeDetail; open: Open } & MoreProps) {
  const t = useT();
  const { evidence, evidenceTotal } = props.detail;
  return (
    <Section
      title={t('details.evidence')}
      aside={
        <span className="dim">
          {t('details.evidenceOf', { shown: number(evidence.length), total: number(evidenceTotal) })}
        </span>
      }
    >
      <EvidenceList items={evidence} open={props.open} />
      {evidence.length < evidenceTotal && (
        <Button variant="default" size="compact-sm" onClick={props.more}>
          {t('details.loadAll')}
        </Button>
      )}
    </Section>
  );
}

/** A route: its stops, how often it is seen, how surprising that is, and every event behind it. */
export function RouteDetails({
  route,
  filtered,
  open,
  more,
}: { route: RouteDetail; filtered: boolean; open: Open } & MoreProps) {
  const t = useT();
  return (
    <>
      <h2>{route.places.map((place) => place.name).join(' → ')}</h2>
      <p className="pills">
        <RecursPill recurs={route.recurs} />
        {route.synthetic !== 'none' && (
          <SyntheticPill
            text={route.synthetic === 'all' ? t('words.syntheticAll') : t('words.syntheticSome')}
          />
        )}
      </p>
      <p className="dim">
        <RecursWhy route={route} />
      </p>
      <Section title={t('details.stops')}>
        <Stops route={route} open={open} />
      </Section>
      <Support route={route} />
      <Surprise route={route} filtered={filtered} />
      <Rank route={route} filtered={filtered} open={open} />
      <Facts
        rows={[
          [t('details.distance'), distanceWords(t, route.distanceKm)],
          [t('details.period'), spanWords(t, route.firstDay, route.lastDay)],
          [t('details.weakest'), <CertaintyChip key="weakest" certainty={route.certainty} />],
        ]}
      />
      <EvidenceSection detail={route} open={open} more={more} />
    </>
  );
}

/** A leg: both ends, distance, how many voyages and seizures, and every event behind it. */
export function EdgeDetails({ edge, open, more }: { edge: EdgeDetail; open: Open } & MoreProps) {
  const t = useT();
  return (
    <>
      <h2>
        <button type="button" className="link" onClick={() => open({ kind: 'port', id: edge.from })}>
          {edge.fromName}
        </button>
        <span className="arrow">{'→'}</span>
        <button type="button" className="link" onClick={() => open({ kind: 'port', id: edge.to })}>
          {edge.toName}
        </button>
      </h2>
      {edge.synthetic && (
        <p className="pills">
          <SyntheticPill text={t('words.syntheticAll')} />
        </p>
      )}
      <Figures
        items={[
          [t('details.seizuresLabel'), number(edge.seizureLegs)],
          [t('details.voyagesLabel'), number(edge.voyageLegs)],
          [t('details.vesselsLabel'), number(edge.vessels)],
        ]}
      />
      <Facts
        rows={[
          [t('details.distance'), distanceWords(t, edge.distanceKm)],
          [t('details.mode'), t(`mode.${edge.mode}`)],
          [t('details.period'), spanWords(t, edge.firstDay, edge.lastDay)],
          [t('details.certainty'), <CertaintyChip key="certainty" certainty={edge.certainty} />],
        ]}
      />
      {!edge.overWater && <p className="dim">{t('details.notWater')}</p>}
      <EvidenceSection detail={edge} open={open} more={more} />
    </>
  );
}
