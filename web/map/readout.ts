import type { IControl, Map as MapLibreMap } from 'maplibre-gl';
import { COORDINATE_STYLES, coordinateStyle, setCoordinateStyle, watchCoordinates } from '../coordinates.ts';
import { translate } from '../i18n/index.ts';
import { positionWords } from '../words.ts';

/**
 * Says where the pointer is, or else the middle of the map; a press changes how positions are written, here and
 * in every panel. Not drawn by React: it changes with every move of the pointer.
 */
export class Readout implements IControl {
  private stop = (): void => undefined;

  onAdd(map: MapLibreMap): HTMLElement {
    const box = document.createElement('div');
    box.className = 'maplibregl-ctrl map-readout';
    const button = document.createElement('button');
    button.type = 'button';
    button.title = translate('coordinates.change');
    box.append(button);
    let pointer: [number, number] | null = null;
    let frame = 0;
    const write = (): void => {
      const { lng, lat } = map.getCenter();
      const text = positionWords(pointer ?? [lng, lat]);
      button.textContent = text;
      const name = pointer ? text : translate('coordinates.centre', { position: text });
      button.setAttribute('aria-label', `${name}. ${translate('coordinates.change')}`);
    };
    const later = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(write);
    };
    button.addEventListener('click', () => {
      const next = COORDINATE_STYLES[COORDINATE_STYLES.indexOf(coordinateStyle()) + 1];
      setCoordinateStyle(next ?? 'minutes');
    });
    map.on('mousemove', ({ lngLat }) => {
      pointer = [lngLat.lng, lngLat.lat];
      later();
    });
    map.on('mouseout', () => {
      pointer = null;
      later();
    });
    map.on('move', later);
    const unwatch = watchCoordinates(write);
    this.stop = () => {
      cancelAnimationFrame(frame);
      unwatch();
      box.remove();
    };
    write();
    return box;
  }

  onRemove(): void {
    this.stop();
  }
}
