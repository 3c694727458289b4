/**
 * The first day that a contact is known of, for use beside the table `contact`: what was said of it, else the first encounter.
 * Of "spring 2019" no days can be counted.
 */
export const FIRST_MET = `CASE WHEN length(contact.met_on) = 10 THEN contact.met_on
  ELSE (SELECT min(on_date) FROM encounter_contact WHERE contact_id = contact.id) END`
