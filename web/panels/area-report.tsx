import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AreaReply } from '../../shared/api.ts';
import { KM_PER_NAUTICAL_MILE, type Position } from '../../shared/geo.ts';
import { middleOf } from '../anchor.ts';
import { filterOf, queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { positionsText } from '../state-map-tools.ts';
import { filterWords } from '../words-filter.ts';
import { massWords, number, positionWords } from '../words.ts';
import { Answered } from './answered.tsx';
import { Crossing, Rows } from './area-crossing.tsx';
import { EvidenceList } from './evidence.tsx';
import { isFiltered } from './filters.tsx';
import { NotesHere } from './notes-here.tsx';
import { Figures, Section, type Open } from './parts.tsx';
import type { ToolProps } from './tool-props.ts';

function Goods({ goods }: Pick<AreaReply, 'goods'>) {
  const t = useT();
  if (goods.length === 0) return null;
  return (
    <Section title={t('area.goods')}>
      <table className="rows rows-still area-goods">
        <caption className="visually-hidden">{t('area.goods')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('list.goods')}</th>
            <th scope="col" className="numeric">
              {t('area.inside')}
            </th>
            <th scope="col" className="numeric">
              {t('area.may')}
            </th>
          </tr>
        </thead>
        <tbody>
          {goods.map((one) => (
            <tr key={one.commodity}>
              <th scope="row">{t(`commodity.${one.commodity}`)}</th>
              {(
                [
                  [one.cases, one.kg],
                  [one.mayCases, one.mayKg],
                ] as const
              ).map(([cases, kg], i) => (
                <td key={i} className="numeric">
                  {cases === 0 ? <span className="dim">{'–'}</span> : massWords(t, kg)}
                  {cases > 0 && <span className="cell-sub">{t('area.cases', { count: cases })}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="dim section-note">{t('details.massNote')}</p>
    </Section>
  );
}

function Report({ report, open }: { report: AreaReply; open: Open }) {
  const t = useT();
  const inside = report.cases.filter(({ reach }) => reach === 'inside');
  const may = report.cases.filter(({ reach }) => reach === 'may');
  const calls = report.calls.reduce((sum, one) => sum + one.calls, 0);
  return (
    <>
      <Figures
        items={[
          [t('area.casesInside'), number(report.inside)],
          [t('area.may'), number(report.mayLieInside)],
          [t('details.legsLabel'), number(report.legs.length)],
          [t('details.vesselsLabel'), number(report.vessels)],
          [t('details.callsLabel'), number(calls)],
        ]}
      />
      <Goods goods={report.goods} />
      <Rows title={t('area.casesInside')} rows={inside} total={report.inside} none={t('area.noCases')}>
        {(rows) => <EvidenceList items={rows} open={open} />}
      </Rows>
      <Rows
        title={t('area.casesMay')}
        rows={may}
        total={report.mayLieInside}
        none={t('area.noMay')}
        note={t('area.mayWhy')}
      >
        {(rows) => <EvidenceList items={rows} open={open} />}
      </Rows>
      {report.withoutPosition > 0 && (
        <p className="dim">{t('area.withoutPosition', { count: report.withoutPosition })}</p>
      )}
      <Crossing report={report} open={open} />
    </>
  );
}

/** What lies in a drawn area and what crosses it, within the filters; each thing opens. */
export function AreaReport({
  view,
  change,
  open,
  fit,
  area,
  redraw,
}: ToolProps & { area: readonly Position[]; redraw(): void }) {
  const t = useT();
  const corners = positionsText(area);
  const query = useQuery(queries.area(corners, filterOf(view), view.level));
  const { data } = query;
  const xs = area.map(([longitude]) => longitude);
  const ys = area.map(([, latitude]) => latitude);
  const middle = middleOf(area);
  return (
    <>
      <p>
        {data &&
          t('area.size', {
            km2: number(data.areaKm2, data.areaKm2 < 10 ? 1 : 0),
            nm2: number(data.areaKm2 / KM_PER_NAUTICAL_MILE ** 2, data.areaKm2 < 40 ? 1 : 0),
          })}
        {middle && <span className="under">{t('area.middle', { position: positionWords(middle) })}</span>}
      </p>
      <p className="dim">
        {isFiltered(view) ? t('area.within', { filter: filterWords(t, view) }) : t('area.unfiltered')}
        {' · '}
        {t(`area.level.${view.level}`)}
      </p>
      <div className="tool-actions">
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => fit([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])}
        >
          {t('area.show')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={redraw}>
          {t('area.redraw')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => change({ area: null })}>
          {t('area.clear')}
        </Button>
      </div>
      <Answered query={query} rows={7}>
        {(report) => <Report report={report} open={open} />}
      </Answered>
      <NotesHere
        pinned={{
          kind: 'area',
          id: corners,
          label: t('area.label', { position: middle ? positionWords(middle) : '' }),
          position: middle && [middle[0], middle[1]],
        }}
      />
    </>
  );
}
