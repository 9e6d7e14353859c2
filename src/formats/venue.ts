/** Whether the name of a venue is one of a conference; all others count as journals. */
export function isConference(venue: string): boolean {
  return /proceedings|proc\.|conference|workshop|symposium|advances in|meeting/i.test(venue);
}
