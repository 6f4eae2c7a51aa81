/** Reads a file of data that the site holds. Rejects when it cannot be had. */
export async function fetchData(address: string): Promise<unknown> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}
