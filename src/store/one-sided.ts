import type { CivilDate } from '../domain/dates.ts'
import type { FavourDirection } from '../domain/favours.ts'
import type { CircleExchange, GroupExchange, PersonExchange } from '../domain/one-sided.ts'
import type { Db } from './database.ts'

const none = (
  direction: FavourDirection,
) => `NOT EXISTS (SELECT 1 FROM favour_contact CROSS JOIN favour ON favour.id = favour_id
      WHERE contact_id = contact.id AND direction = '${direction}' AND on_date <= @to)`
/** Who brought me work, or puts in a good word for me, gives, whether or not it is written down as a favour. */
const BROUGHT = `EXISTS (SELECT 1 FROM outcome WHERE via_id = contact.id AND on_date <= @to)
    OR EXISTS (SELECT 1 FROM outcome WHERE customer_id = contact.id AND on_date <= @to)
    OR EXISTS (SELECT 1 FROM endorsement WHERE by_id = contact.id AND for_id IS NULL AND on_date <= @to)`
/** With most people it has gone both ways, which a few favours tell: all are gone through only with the others. */
const PEOPLE = `SELECT contact.id, contact.name, sum(direction = 'gave') AS gave, sum(direction = 'got') AS got,
    min(on_date) AS firstOn, max(on_date) AS lastOn
  FROM contact CROSS JOIN favour_contact ON contact_id = contact.id CROSS JOIN favour ON favour.id = favour_id
  WHERE on_date <= @to AND one_sided_hints = 1 AND (${none('gave')} OR (${none('got')} AND NOT (${BROUGHT})))
  GROUP BY contact.id ORDER BY folded, contact.id`

/** A favour counts once, however many people it was for. */
const COUNTS = `count(DISTINCT CASE direction WHEN 'gave' THEN favour.id END) AS gave,
    count(DISTINCT CASE direction WHEN 'got' THEN favour.id END) AS got, min(favour.on_date) AS firstOn,
    max(favour.on_date) AS lastOn, count(DISTINCT favour_contact.contact_id) AS people`
const someInCircle = (direction: FavourDirection) => `EXISTS (SELECT 1 FROM circle_member
      CROSS JOIN favour_contact ON favour_contact.contact_id = circle_member.contact_id
      CROSS JOIN favour ON favour.id = favour_id
      WHERE circle_id = circle.id AND direction = '${direction}' AND on_date <= @to)`
const CIRCLES = `SELECT circle.id, circle.name, ${COUNTS}
  FROM circle CROSS JOIN circle_member ON circle_id = circle.id
    CROSS JOIN favour_contact ON favour_contact.contact_id = circle_member.contact_id
    CROSS JOIN favour ON favour.id = favour_id
  WHERE on_date <= @to AND NOT (${someInCircle('gave')} AND ${someInCircle('got')})
  GROUP BY circle.id ORDER BY circle.folded`

const EVENTS = `SELECT coalesce(series, event.name) AS name, ${COUNTS}
  FROM event CROSS JOIN encounter ON event_id = event.id CROSS JOIN favour ON encounter_id = encounter.id
    LEFT JOIN favour_contact ON favour_id = favour.id
  WHERE favour.on_date <= @to GROUP BY coalesce(series, event.folded) ORDER BY coalesce(series, event.name)`

/** What passed between me and others, where it may have gone one way only. */
export function oneSidedStore(db: Db) {
  return {
    /** People with favours in one direction only, up to a day, by name; but for those who are to be left out. */
    people: (to: CivilDate) => db.prepare(PEOPLE).all({ to }) as PersonExchange[],

    /** Circles with whose people favours went in one direction only, by name. */
    circles: (to: CivilDate) => db.prepare(CIRCLES).all({ to }) as CircleExchange[],

    /** What passed at the evenings of each series, or else of the events of one name, by name. */
    events: (to: CivilDate) => db.prepare(EVENTS).all({ to }) as GroupExchange[],
  }
}
