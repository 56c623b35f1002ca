import type { HelpSection } from '../state-page.ts';

/** Formulas, the same in every language; their letters are explained in the catalogue, under `where`. */
export const FORMULAS = {
  hypa: 'X ~ Hypergeometric(M, ξ, m),   E = m·ξ / M,   p = P(X ≥ x)',
  shuffle: 'p = (1 + a) / (1 + d),   e = √( p·(1 − p) / (1 + d) )',
  onward: 'D( · | A, B  ‖  · | B ) > k / log₂(1 + n)',
  gi: 'z = (S − W·m) / ( s·√( (n·W − W²) / (n − 1) ) )',
  emerging: 'S = Σ sgn(zⱼ − zᵢ),  i < j,   Z = (S ± 1) / √Var(S)',
  rate: 'r = 1000·c / a,   L = 500·χ²(0.025; 2c) / a,   U = 500·χ²(0.975; 2c + 2) / a',
  poisson: 'LLR = c·ln(c / e) + (C − c)·ln( (C − c) / (C − e) )',
  spaceTime: 'e = cₗ·cₜ / C,   LLR = c·ln(c / e) + (C − c)·ln( (C − c) / (C − e) )',
  density: '| { j : d(i, j) ≤ ε } | ≥ k',
  measures:
    'B(v) = (1 / N)·Σ σ(s, t | v) / σ(s, t),   R(v) = (1 − d) / n + d·Σ R(u)·w(u, v) / o(u),   Q = Σ ( w / m − (o / m)·(i / m) )',
  ways: 'K = Σ 1 / w,   F = min Σ w',
  ratio: 'R = (a / t₁) / (b / t₂),   a ~ Binomial( a + b, R·t₁ / (R·t₁ + t₂) )',
  bh: 'q₍ᵢ₎ = min { p₍ⱼ₎·n / j : j ≥ i }',
} as const satisfies Partial<Record<HelpSection, string>>;

/** Who published it, where; none: a choice of this program. */
export const SOURCES: Readonly<Record<HelpSection, readonly string[]>> = {
  support: [],
  hypa: [
    'LaRock, Nanumyan, Scholtes, Casiraghi, Eliassi-Rad, Schweitzer 2020, Proc. SIAM Int. Conf. Data Mining, 460–468',
  ],
  shuffle: ['Besag, Clifford 1989, Biometrika 76(4), 633–642'],
  rank: [],
  onward: ['Xu, Wickramarathne, Chawla 2016, Science Advances 2(5), e1600028', 'BuildHON+, arXiv:1712.09658'],
  gi: [
    'Getis, Ord 1992, Geographical Analysis 24(3), 189–206',
    'Ord, Getis 1995, Geographical Analysis 27(4), 286–306',
  ],
  emerging: [
    'Mann 1945, Econometrica 13(3), 245–259',
    'Kendall 1975, Rank Correlation Methods',
    'Esri, ArcGIS Pro, How Emerging Hot Spot Analysis works',
  ],
  rate: ['Garwood 1936, Biometrika 28(3/4), 437–442'],
  poisson: ['Kulldorff 1997, Commun. Stat. Theory Methods 26(6), 1481–1496'],
  spaceTime: ['Kulldorff, Heffernan, Hartman, Assunção, Mostashari 2005, PLoS Medicine 2(3), e59'],
  density: ['Ester, Kriegel, Sander, Xu 1996, Proc. KDD-96, 226–231'],
  measures: [
    'Brandes 2001, J. Math. Sociol. 25(2), 163–177',
    'Brin, Page 1998, Computer Networks 30, 107–117',
    'Blondel et al. 2008, J. Stat. Mech., P10008',
    'Leicht, Newman 2008, Phys. Rev. Lett. 100, 118703',
  ],
  ways: [
    'Yen 1971, Management Science 17(11), 712–716',
    'Ford, Fulkerson 1956, Canadian J. Math. 8, 399–404',
  ],
  ratio: [
    'Przyborowski, Wilenski 1940, Biometrika 31, 313–323',
    'Clopper, Pearson 1934, Biometrika 26(4), 404–413',
  ],
  bh: ['Benjamini, Hochberg 1995, J. R. Stat. Soc. B 57(1), 289–300'],
};
