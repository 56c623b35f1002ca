import type { Map as MapLibreMap } from 'maplibre-gl';
import { useT } from '../i18n/index.ts';
import { apartAt, groupTitle } from './group-told.ts';
import type { PortGroup } from './types.ts';

/** A group whose ports are to be listed, and where its marker is on the map, px. */
export interface ListedGroup {
  readonly group: PortGroup;
  readonly x: number;
  readonly y: number;
}

/** Moves the map to where the ports of a group stand apart; where they do so nowhere, they are to be listed. */
export function zoomApart(map: MapLibreMap, group: PortGroup): ListedGroup | null {
  const zoom = apartAt(group);
  if (zoom === null) {
    const [longitude = 0, latitude = 0] = group.position;
    return { group, ...map.project([longitude, latitude]) };
  }
  const [lng = 0, lat = 0] = [0, 1].map((axis) => {
    const all = group.ports.map(({ geometry }) => geometry.coordinates[axis] ?? 0);
    return (Math.min(...all) + Math.max(...all)) / 2;
  });
  // A reader moved it: the map tells by the event that is with it.
  map.easeTo({ center: { lng, lat }, zoom }, { originalEvent: new Event('click') });
  return null;
}

/** The ports that stand at one place, to choose from. */
export function GroupList({ group, x, y, onPort }: ListedGroup & { readonly onPort: (id: string) => void }) {
  const t = useT();
  return (
    <div className="map-group" role="group" aria-label={t('map.tip.listTitle')} style={{ left: x, top: y }}>
      <strong>{groupTitle(group)}</strong>
      {group.ports.map(({ id, properties }, i) => (
        <button key={id} type="button" autoFocus={i === 0} onClick={() => onPort(id)}>
          {properties.name}
        </button>
      ))}
    </div>
  );
}
