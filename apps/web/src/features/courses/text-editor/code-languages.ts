/** Languages that authors name most; what stands in the page is the first of each pair. */
export const codeLanguages: readonly (readonly [value: string, label: string])[] = [
  ['bash', 'Bash'],
  ['css', 'CSS'],
  ['csv', 'CSV'],
  ['html', 'HTML'],
  ['java', 'Java'],
  ['javascript', 'JavaScript'],
  ['json', 'JSON'],
  ['php', 'PHP'],
  ['python', 'Python'],
  ['r', 'R'],
  ['sql', 'SQL'],
  ['typescript', 'TypeScript'],
  ['xml', 'XML'],
  ['yaml', 'YAML'],
];
