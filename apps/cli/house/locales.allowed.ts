/** Texts that are rightly the same in Indonesian and English: names, units and words both languages share. */
export const equalInBothLanguages: readonly string[] = ['Pamong', 'NIP', 'NI PPPK', 'Auditor', 'Bahasa Indonesia', 'English', 'Webinar', 'Video', 'Status', 'Level {{level}}', 'Unit', 'Online', 'PDF', 'ID', 'PNS', 'CPNS', 'PPPK'];
