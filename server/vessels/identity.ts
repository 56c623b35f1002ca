import type { Instant, Vessel } from '../../shared/model.ts';

/** What a vessel said of itself, as written; an empty text where it said nothing. */
export interface IdentityText {
  readonly name: string;
  readonly imo: string;
  readonly callSign: string;
  readonly type: string;
  readonly length: string;
}

/**
 * Maritime identification digits and the ISO 3166-1 alpha-2 code of the administration (ITU, Table of
 * Maritime Identification Digits, Appendix 43 of the Radio Regulations). 306 is left out: Curaçao, Sint
 * Maarten and the Caribbean Netherlands share it, so it names no one flag.
 */
const MID_TABLE = `
AL 201 AD 202 AT 203 PT 204 BE 205 BY 206 BG 207 VA 208 CY 209 210 212 DE 211 218 GE 213 MD 214
MT 215 229 248 249 256 AM 216 DK 219 220 ES 224 225 FR 226 227 228 FI 230 FO 231 GB 232 233 234 235 GI 236
GR 237 239 240 241 HR 238 MA 242 HU 243 NL 244 245 246 IT 247 IE 250 IS 251 LI 252 LU 253 MC 254 PT 255 263
NO 257 258 259 PL 261 ME 262 RO 264 SE 265 266 SK 267 SM 268 CH 269 CZ 270 TR 271 UA 272 RU 273 MK 274
LV 275 EE 276 LT 277 SI 278 RS 279
AI 301 US 303 338 366 367 368 369 AG 304 305 AW 307 BS 308 309 311 BM 310 BZ 312 BB 314 CA 316 KY 319 CR 321
CU 323 DM 325 DO 327 GP 329 GD 330 GL 331 GT 332 HN 334 HT 336 JM 339 KN 341 LC 343 MX 345 MQ 347 MS 348
NI 350 PA 351 352 353 354 355 356 357 370 371 372 373 374 PR 358 SV 359 PM 361 TT 362 TC 364
VC 375 376 377 VG 378 VI 379
AF 401 SA 403 BD 405 BH 408 BT 410 CN 412 413 414 TW 416 LK 417 IN 419 IR 422 AZ 423 IQ 425 IL 428
JP 431 432 TM 434 KZ 436 UZ 437 JO 438 KR 440 441 PS 443 KP 445 KW 447 LB 450 KG 451 MO 453 MV 455 MN 457
NP 459 OM 461 PK 463 QA 466 SY 468 AE 470 471 TJ 472 YE 473 475 HK 477 BA 478
TF 501 607 618 635 AU 503 MM 506 BN 508 FM 510 PW 511 NZ 512 KH 514 515 CX 516 CK 518 FJ 520 CC 523 ID 525
KI 529 LA 531 MY 533 MP 536 MH 538 NC 540 NU 542 NR 544 PF 546 PH 548 TL 550 PG 553 PN 555 SB 557 AS 559
WS 561 SG 563 564 565 566 TH 567 TO 570 TV 572 VN 574 VU 576 577 WF 578
ZA 601 AO 603 DZ 605 SH 608 665 BI 609 BJ 610 BW 611 CF 612 CM 613 CG 615 KM 616 620 CV 617 CI 619 DJ 621
EG 622 ET 624 ER 625 GA 626 GH 627 GM 629 GW 630 GQ 631 GN 632 BF 633 KE 634 LR 636 637 SS 638 LY 642 LS 644
MU 645 MG 647 ML 649 MZ 650 MR 654 MW 655 NE 656 NG 657 NA 659 RE 660 RW 661 SD 662 SN 663 SC 664 SO 666
SL 667 ST 668 SZ 669 TD 670 TG 671 TN 672 TZ 674 677 UG 675 CD 676 ZM 678 ZW 679
AR 701 BR 710 BO 720 CL 725 CO 730 EC 735 FK 740 GF 745 GY 750 PY 755 PE 760 SR 765 UY 770 VE 775`;

const FLAG_BY_MID = midTable(MID_TABLE);

function midTable(text: string): ReadonlyMap<string, string> {
  const flags = new Map<string, string>();
  let flag = '';
  for (const word of text.trim().split(/\s+/)) {
    if (/^\d/.test(word)) flags.set(word, flag);
    else flag = word;
  }
  return flags;
}

/**
 * The flag an MMSI tells, ISO 3166-1 alpha-2; null where its digits name no one administration.
 * Ship stations carry the MID first, craft of a parent ship after 98, handheld radios after 8 (ITU-R M.585).
 */
export function flagFromMmsi(mmsi: string): string | null {
  const mid = mmsi.startsWith('98')
    ? mmsi.slice(2, 5)
    : mmsi.startsWith('8')
      ? mmsi.slice(1, 4)
      : mmsi.slice(0, 3);
  return FLAG_BY_MID.get(mid) ?? null;
}

/**
 * The seven digits of an IMO number written as `IMO8207721`, `IMO 8207721` or `8207721`; null when they are
 * not seven, when the check digit is wrong, and for 0. The check digit is the last digit of the sum of the
 * first six times 7, 6, 5, 4, 3, 2 (IMO resolution A.1117(30)).
 */
export function imoNumber(text: string): string | null {
  const digits = /^(?:IMO)?\s*(\d{7})$/i.exec(text.trim())?.[1];
  if (digits === undefined || digits === '0000000') return null;
  let sum = 0;
  for (let i = 0; i < 6; i++) sum += Number(digits[i]) * (7 - i);
  return sum % 10 === Number(digits[6]) ? digits : null;
}

/** A whole number from `least` to `most` as AIS text writes it ("70", "70.0"); null for anything else. */
function wholeNumber(text: string, least: number, most: number): number | null {
  if (!/^\d+(\.0*)?$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

/**
 * One vessel from all that was read under one MMSI: for each field the latest wording that says something.
 * AIS writes 0 for a type or length not given; lengths end at 1022 m (ITU-R M.1371). The call sign and name
 * lose the `@` with which AIS fills up.
 *
 * @param identities  oldest first
 */
export function vesselFromIdentities(
  mmsi: string,
  identities: readonly IdentityText[],
  firstSeenAt: Instant,
  lastSeenAt: Instant,
): Vessel {
  const latest = <T>(read: (identity: IdentityText) => T | null): T | null => {
    for (let i = identities.length - 1; i >= 0; i--) {
      const identity = identities[i];
      const value = identity ? read(identity) : null;
      if (value !== null) return value;
    }
    return null;
  };
  const text = (value: string): string | null => value.replace(/@+$/, '').trim() || null;
  return {
    id: `mmsi:${mmsi}`,
    mmsi,
    imo: latest(({ imo }) => imoNumber(imo)),
    callSign: latest(({ callSign }) => text(callSign)),
    name: latest(({ name }) => text(name)),
    flag: flagFromMmsi(mmsi),
    shipType: latest(({ type }) => wholeNumber(type, 1, 99)),
    lengthMetres: latest(({ length }) => positiveLength(length)),
    firstSeenAt,
    lastSeenAt,
  };
}

function positiveLength(text: string): number | null {
  if (!/^\d+(\.\d+)?$/.test(text)) return null;
  const metres = Number(text);
  return metres > 0 && metres <= 1022 ? metres : null;
}
