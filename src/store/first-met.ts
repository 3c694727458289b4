const FIRST_ENCOUNTER = '(SELECT min(on_date) FROM encounter_contact WHERE contact_id = contact.id)'

/**
 * The first day that a contact is known of, for use beside the table `contact`: what was said of it, or the first encounter
 * where that one lies before it. Of "spring 2019" no days can be counted.
 */
export const FIRST_MET = `(CASE WHEN length(contact.met_on) = 10
    THEN min(contact.met_on, coalesce(${FIRST_ENCOUNTER}, contact.met_on)) ELSE ${FIRST_ENCOUNTER} END)`

/**
 * Whether I had met a contact before a day, by what was said of it: the first encounter that is noted was not the first one then.
 * Of a year or a month, all of it has to lie before.
 */
export const knownBefore = (contact: string, day: string): string => `EXISTS (SELECT 1 FROM contact AS known
    WHERE known.id = ${contact} AND known.met_on GLOB '[0-9]*' AND known.met_on < substr(${day}, 1, length(known.met_on)))`
