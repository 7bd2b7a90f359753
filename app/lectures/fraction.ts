/** An exact fraction in lowest terms with a positive denominator. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const zero: Fraction = { n: 0n, d: 1n };

export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  const top = BigInt(n);
  const bottom = BigInt(d);
  if (bottom === 0n) throw new RangeError("a fraction needs a denominator");
  const sign = bottom < 0n ? -1n : 1n;
  const common = greatestCommonDivisor(top < 0n ? -top : top, bottom * sign) * sign;
  return { n: top / common, d: bottom / common };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? fraction(a.n + b.n, a.d) : fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function minus(a: Fraction, whole: number): Fraction {
  return { n: a.n - BigInt(whole) * a.d, d: a.d };
}

export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** For people to read and for nothing else: two decimals. */
export function rounded(value: Fraction): number {
  const half = value.n < 0n ? -value.d : value.d;
  return Number((value.n * 200n + half) / (value.d * 2n)) / 100;
}

export function formatFraction(value: Fraction): string {
  return `${value.n}/${value.d}`;
}

export function parseFraction(text: string): Fraction {
  const [n = "", d = "1"] = text.split("/");
  return fraction(BigInt(n), BigInt(d));
}

export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b;
}

const largestExact = BigInt(Number.MAX_SAFE_INTEGER);

/** Euclid's; in plain numbers as soon as they are exact, which is many times as fast. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (x > largestExact || y > largestExact) {
    if (y === 0n) return x;
    [x, y] = [y, x % y];
  }
  let [small, smaller] = [Number(x), Number(y)];
  while (smaller !== 0) [small, smaller] = [smaller, small % smaller];
  return BigInt(small);
}
