// The score of a link: the sum of what its claims add.
export const MINORITY = 0.2;

function rounded(number) {
  return Math.round(number * 1e4) / 1e4;
}

// Several claims of one event: the strongest counts, the others add 0.
export function scores(claims) {
  const best = new Map();
  for (const claim of claims) {
    const known = best.get(claim.e);
    if (!known || Math.abs(claim.v) > Math.abs(known.v)) best.set(claim.e, claim);
  }
  return new Map(claims.map((claim) => [claim, best.get(claim.e) === claim ? claim.v : 0]));
}

export function stanceOf(positive, negative) {
  if (positive === 0 && negative === 0) return "none";
  const less = Math.min(positive, negative);
  if (less > 0 && less >= MINORITY * (positive + negative)) return "contested";
  return positive > negative ? "supportive" : "adverse";
}

export function summarise(claims) {
  let positive = 0;
  let negative = 0;
  for (const value of scores(claims).values()) {
    if (value > 0) positive += value;
    else negative -= value;
  }
  positive = rounded(positive);
  negative = rounded(negative);
  return {
    claims,
    positive,
    negative,
    total: rounded(positive + negative),
    net: rounded(positive - negative),
    stance: stanceOf(positive, negative),
    asserted: claims.some((claim) => claim.m === "asserted"),
    first: claims.reduce((first, claim) => (claim.day && (!first || claim.day < first) ? claim.day : first), null),
  };
}

// Wilson interval of a share, 95 %.
export function wilson(positive, n) {
  if (!n) return [0, 1];
  const z = 1.96;
  const share = positive / n;
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
