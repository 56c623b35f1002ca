import { COMMODITIES, CONFIDENCES, type Commodity } from '../../shared/vocabulary.ts';
import { plainName } from '../ports/names.ts';

type Confidence = (typeof CONFIDENCES)[number];

/**
 * What sources call the goods, in English, Spanish, French and Dutch, as `plainName` writes it. What may be two of them
 * ("drugs", "weapons", "parts") is not here: that is for a person to say.
 */
const GOODS: Readonly<Record<Commodity, string>> = {
  cocaine:
    'cocaina, crack, crack cocaine, liquid cocaine, cocaine base, cocaine hydrochloride, cocaina liquida, cocaine liquide, clorhidrato de cocaina, chlorhydrate de cocaine, vloeibare cocaine',
  cannabis:
    'marijuana, marihuana, ganja, hashish, hash, hachis, haschich, hasj, cannabis resin, cannabis oil, herbal cannabis, compressed marijuana, marihuana prensada, resina de cannabis, resine de cannabis, herbe de cannabis, wiet',
  heroin: 'heroina, heroine',
  synthetic:
    'synthetic drug, synthetic drugs, synthetics, mdma, ecstasy, xtc, methamphetamine, amphetamine, fentanyl, ketamine, droga sintetica, drogas sinteticas, extasis, metanfetamina, anfetamina, fentanilo, ketamina, drogue de synthese, drogues de synthese, methamphetamines, amphetamines, synthetische drugs, methamfetamine, amfetamine',
  firearm:
    'firearms, gun, guns, handgun, handguns, pistol, pistols, revolver, revolvers, rifle, rifles, assault rifle, assault rifles, shotgun, shotguns, arma de fuego, armas de fuego, pistola, pistolas, fusil, fusiles, arme a feu, armes a feu, pistolet, pistolets, fusils, vuurwapen, vuurwapens, pistool, pistolen, geweer, geweren',
  firearm_part:
    'firearm parts, firearms parts, firearm component, firearm components, gun part, gun parts, weapon parts, partes de armas, piezas de armas, partes de armas de fuego, piezas de armas de fuego, pieces darmes, pieces darmes a feu, onderdelen van vuurwapens, wapenonderdelen',
  ammunition:
    'ammo, rounds, bullets, cartridges, munition, munitions, municion, municiones, cartuchos, cartouches, munitie, patronen',
  cash: 'currency, bulk cash, money, dinero, efectivo, dinero en efectivo, argent liquide, numeraire, geld, contant geld, contanten',
  wildlife:
    'wild animals, fauna, fauna silvestre, vida silvestre, animaux sauvages, faune sauvage, especes sauvages, wilde dieren, wilde dieren en planten',
  other:
    'other goods, otro, otros, otra, otras, otras mercancias, autre, autres, autres marchandises, andere, andere goederen, overig, overige',
};

const SURE: Readonly<Record<Confidence, string>> = {
  high: 'alto, alta, haut, haute, eleve, elevee, hoog, hoge',
  medium: 'moderate, medio, media, moyen, moyenne, middel, middelmatig, gemiddeld',
  low: 'bajo, baja, bas, basse, faible, laag, lage',
};

const byWord = <T extends string>(words: readonly T[], others: Readonly<Record<T, string>>) =>
  new Map(
    words.flatMap((word) =>
      [word, ...others[word].split(', ')].map((other): [string, T] => [plainName(other), word]),
    ),
  );

const COMMODITY_OF = byWord(COMMODITIES, GOODS);
const CONFIDENCE_OF = byWord(CONFIDENCES, SURE);

/** The commodity that a word of another table says; undefined where it says none for certain. */
export const commodityOf = (text: string): Commodity | undefined => COMMODITY_OF.get(plainName(text));
/** The confidence that a word of another table says, if any. */
export const confidenceOf = (text: string): Confidence | undefined => CONFIDENCE_OF.get(plainName(text));
