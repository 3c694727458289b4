/**
 * SQL for the last day somebody was met, up to a day. What is kept of each contact tells it, unless something is planned.
 * @param contact SQL for a contact's id
 * @param on SQL for the day
 */
export const lastMet = (contact: string, on: string): string => `(SELECT iif(last_on <= ${on}, last_on,
    (SELECT max(on_date) FROM encounter_contact WHERE contact_id = rhythm.contact_id AND on_date <= ${on}))
  FROM rhythm WHERE rhythm.contact_id = ${contact})`
