-- What a calendar says of a meeting beside its title: to be seen when it is confirmed.
ALTER TABLE draft ADD COLUMN description TEXT NOT NULL DEFAULT '';
