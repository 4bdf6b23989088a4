-- The first part of a rebuild: the small tables that say which unit lies below which, and so on. A reorganisation
-- becomes visible here first. Five levels: nation, province, about 400 and 3,500 bodies between, grassroots unions.
drop table if exists analytics_rs_orgunitstructure, analytics_rs_periodstructure, analytics_rs_dataelementstructure,
  analytics_rs_categorystructure;

create unlogged table analytics_rs_orgunitstructure as
select unit as organisationunitid, 'G' || lpad(unit::text, 10, '0') as organisationunituid, 5 as level,
       'N0000000000'::char(11) as uidlevel1,
       ('P' || lpad(province::text, 10, '0'))::char(11) as uidlevel2,
       ('D' || lpad((province * 12 + unit % 12)::text, 10, '0'))::char(11) as uidlevel3,
       ('C' || lpad((province * 103 + unit % 103)::text, 10, '0'))::char(11) as uidlevel4,
       ('G' || lpad(unit::text, 10, '0'))::char(11) as uidlevel5
from unit;
alter table analytics_rs_orgunitstructure add primary key (organisationunitid);

-- A quarter names the longer periods that it is part of; what is shorter stays empty.
create unlogged table analytics_rs_periodstructure(
  periodid bigint primary key, iso varchar(50) not null, daysno integer not null, startdate date not null,
  enddate date not null, year integer not null, :period_columns);
insert into analytics_rs_periodstructure(periodid, iso, daysno, startdate, enddate, year, quarterly, sixmonthly, yearly)
select periodid, iso, enddate - startdate + 1, startdate, enddate, 2025, iso, '2025S' || (periodid + 1) / 2, '2025'
from period;

create unlogged table analytics_rs_dataelementstructure as
select e as dataelementid, ('E' || lpad(e::text, 10, '0'))::char(11) as dataelementuid, 'INTEGER' as valuetype,
       'SUM' as aggregationtype, 'AGGREGATE' as domaintype
from generate_series(0, 999) e;
alter table analytics_rs_dataelementstructure add primary key (dataelementid);

create unlogged table analytics_rs_categorystructure as
select 1::bigint as categoryoptioncomboid, 'K0000000000'::char(11) as categoryoptioncombouid;
analyze analytics_rs_orgunitstructure, analytics_rs_periodstructure, analytics_rs_dataelementstructure;
