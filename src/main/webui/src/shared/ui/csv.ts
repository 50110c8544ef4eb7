/** Rows as a table for other programs; what is not known is left empty. */
export const asCsv = <R extends object>(columns: readonly (keyof R & string)[], rows: readonly R[]): string =>
  [columns.join(','), ...rows.map((row) => columns.map((c) => row[c] ?? '').join(','))].join('\r\n') + '\r\n';

/** Hands the reader a CSV file. */
export function saveCsv(name: string, csv: string) {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
