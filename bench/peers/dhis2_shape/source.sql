-- What DHIS2 is told: units, periods, elements and the values as they were entered, one row each, kept as text.
-- Our own writing down of the shape of DHIS2 2.44; :units is the number of grassroots unions.
create table unit(unit bigint primary key, province integer not null);

create table period(periodid bigint primary key, iso varchar(50) not null unique, startdate date not null, enddate date not null);
insert into period
select q, format('2025Q%s', q), make_date(2025, 3 * q::int - 2, 1),
       (make_date(2025, 3 * q::int - 2, 1) + interval '3 months - 1 day')::date
from generate_series(1, 4) q;

create table datavalue(
  dataelementid bigint not null,
  periodid bigint not null,
  sourceid bigint not null,
  categoryoptioncomboid bigint not null,
  attributeoptioncomboid bigint not null,
  value varchar(50000),
  storedby varchar(255) default 'u',
  created timestamp not null default now(),
  lastupdated timestamp not null default now(),
  comment varchar(50000),
  followup boolean default false,
  deleted boolean not null default false,
  primary key (dataelementid, periodid, sourceid, categoryoptioncomboid, attributeoptioncomboid));
create index in_datavalue_deleted on datavalue(deleted);
create index in_datavalue_lastupdated on datavalue(lastupdated);
