/** Rows as a table for other programs; what is not known is left empty. */
export const asCsv = <R extends object>(columns: readonly (keyof R & string)[], rows: readonly R[]): string =>
  [columns.join(','), ...rows.map((row) => columns.map((c) => row[c] ?? '').join(','))].join('\r\n') + '\r\n';

/** Hands the reader a CSV file. */
export const saveCsv = (name: string, csv: string) => saveFile(`${name}.csv`, new Blob([csv], { type: 'text/csv' }));

/** Hands the reader a file. */
export function saveFile(name: string, file: Blob) {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
