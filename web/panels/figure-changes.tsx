import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { BriefingDetail } from '../../shared/briefing-schema.ts';
import { queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { claimValue, claimWords } from '../words-export.ts';
import { countryWords } from '../words.ts';

/** The places of routes by their ids; those by port are asked for, countries are in the id. */
function useRouteNames({ spec, changes }: BriefingDetail): (id: string) => string {
  const t = useT();
  const asked = spec.level === 'port' && (changes ?? []).some(({ id }) => id.startsWith('route.'));
  const { from, to, commodities, countries, dataSets } = spec.filter;
  const routes = useQuery({
    ...queries.routes({ from, to, commodities, countries, dataSets }, spec.level),
    enabled: asked,
  }).data;
  return (id) => {
    const known = routes?.features.find(({ properties }) => properties.id === id)?.properties.places;
    const names =
      known?.map(({ name }) => name) ??
      id
        .slice(id.indexOf(':') + 1)
        .split('>')
        .map((part) => (/^[A-Z]{2}$/.test(part) ? countryWords(t, part) : part));
    return names.join(' → ');
  };
}

/** Whether the latest run still gives the numbers, and which it gives otherwise. */
export function Changes({ detail }: { detail: BriefingDetail }) {
  const t = useT();
  const nameOf = useRouteNames(detail);
  const { changes } = detail;
  const isSame = changes?.length === 0;
  const [said, why] =
    changes === null
      ? [t('figures.gone'), t('figures.goneWhy')]
      : isSame
        ? [t('figures.same'), t('figures.sameWhy')]
        : [t('figures.changed', { count: changes.length }), t('figures.changedWhy')];
  const Icon = isSame ? IconCheck : IconAlertTriangle;
  return (
    <section className={isSame ? 'figure-changes figure-same' : 'figure-changes'} aria-label={said}>
      <h4>
        <Icon size={18} aria-hidden="true" />
        {said}
      </h4>
      <p className="dim">{why}</p>
      {changes && changes.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('figures.what')}</th>
              <th scope="col">{t('figures.then')}</th>
              <th scope="col">{t('figures.now')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((one) => (
              <tr key={one.id}>
                <th scope="row">{claimWords(t, one.id, nameOf)}</th>
                <td>{claimValue(t, one, one.old)}</td>
                <td>{claimValue(t, one, one.now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
