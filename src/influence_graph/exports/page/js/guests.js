// Actors that come onto the map beside those shown at first: near the place that they have on the
// map of all, where nobody stands yet.
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const ROOM = [110, 88];
const TRIES = 600;

// The line a * x + b through pairs of coordinates, by least squares.
export function fitLine(pairs) {
  const n = pairs.length;
  if (!n) return [1, 0];
  const mean = (i) => pairs.reduce((sum, pair) => sum + pair[i], 0) / n;
  const [mx, my] = [mean(0), mean(1)];
  const spread = pairs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  const slope = spread ? pairs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / spread : 1;
  const a = Math.abs(slope) < 0.2 ? 0.2 : slope;
  return [a, my - a * mx];
}

// Places for the guests; `taken` are the places of those who are there.
export function seatGuests(guests, hosts, taken) {
  const lines = [0, 1].map((i) => fitLine(hosts.map(({ at, far }) => [far[i], at[i]])));
  const places = [...taken];
  return guests.map((guest) => {
    const start = [0, 1].map((i) => lines[i][0] * guest.far[i] + lines[i][1]);
    let place = start;
    for (let k = 0; k < TRIES; k++) {
      const radius = 22 * Math.sqrt(k);
      place = [start[0] + radius * Math.cos(k * GOLDEN), start[1] + radius * Math.sin(k * GOLDEN)];
      const [x, y] = place;
      if (!places.some((other) => Math.abs(other[0] - x) < ROOM[0] && Math.abs(other[1] - y) < ROOM[1])) break;
    }
    places.push(place);
    return place.map((value) => Math.round(value * 10) / 10);
  });
}
