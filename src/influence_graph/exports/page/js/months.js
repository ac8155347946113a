// Months as whole numbers (year * 12 + month), days as ISO texts.
export function monthOf(day) {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

export function monthText(month) {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

function dayNumber(day) {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86400000;
}

// The day in the middle of a time: where a claim counts, as in the measures.
export function middle(first, last) {
  const number = Math.floor((dayNumber(first) + dayNumber(last)) / 2);
  return new Date(number * 86400000).toISOString().slice(0, 10);
}

const QUARTER = 92;

// A month that the article does not tell: dated by publication, or to more than a quarter.
export function roughly(claim) {
  return Boolean(claim.d) && (Boolean(claim.pub) || dayNumber(claim.d[1]) - dayNumber(claim.d[0]) > QUARTER);
}

// A time as exact as the text dates it.
export function spanText(span, precision) {
  const [first, last] = span;
  if (first === last) return first;
  if (first.slice(0, 7) === last.slice(0, 7) && precision === "month") return first.slice(0, 7);
  if (first.slice(0, 4) === last.slice(0, 4) && precision === "year") return first.slice(0, 4);
  return `${first} – ${last}`;
}
