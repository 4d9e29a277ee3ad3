/** Everything that a stream gives, in its order. */
export async function toutLire<T>(flux: AsyncIterable<T>): Promise<T[]> {
  const lus: T[] = [];
  for await (const lu of flux) lus.push(lu);
  return lus;
}
