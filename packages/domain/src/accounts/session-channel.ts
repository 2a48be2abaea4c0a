/** PostgreSQL channel that tells every API process to forget the cached sessions of a person (payload: person id). */
export const sessionChannel = 'pamong_session';
